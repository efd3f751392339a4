--liquibase formatted sql
--changeset identity:001-account
create table account (
    id varchar(40) not null primary key,
    version integer not null,
    email varchar(254) not null,
    email_key varchar(254) not null,
    name varchar(200),
    role varchar(16) not null,
    locale varchar(16),
    password_hash varchar(255) not null,
    suspended boolean not null,
    created_at timestamp(3) with time zone not null,
    constraint account_email_key_unique unique (email_key)
);
--rollback drop table account;
