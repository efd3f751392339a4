--liquibase formatted sql
--changeset identity:004-sign-in-failure
-- The subject is an HMAC of what was typed as e-mail address: people type passwords there, too.
create table sign_in_failure (
    id varchar(40) not null primary key,
    subject varchar(43) not null,
    at timestamp(3) with time zone not null
);
create index sign_in_failure_by_subject on sign_in_failure (subject);
-- Rows to lock, so that guesses at one subject are judged one after the other, whether or not there is
-- an account behind it.
create table sign_in_turn (
    slot integer not null primary key
);
insert into sign_in_turn (slot) values
    (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
--rollback drop table sign_in_turn;
--rollback drop table sign_in_failure;
