--liquibase formatted sql
--changeset identity:002-auth-session
create table auth_session (
    id varchar(40) not null primary key,
    account_id varchar(40) not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone not null,
    ended_at timestamp(3) with time zone,
    constraint auth_session_account foreign key (account_id) references account (id)
);
create index auth_session_by_account on auth_session (account_id);
--rollback drop table auth_session;
