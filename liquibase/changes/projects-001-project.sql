--liquibase formatted sql
--changeset projects:001-project
-- default_of repeats owner_id in the default project and is null in all others:
-- a unique column allows one default a user, on H2 and PostgreSQL alike.
create table project (
    id varchar(40) not null primary key,
    version integer not null,
    owner_id varchar(40) not null,
    name varchar(200) not null,
    default_of varchar(40),
    created_at timestamp(3) with time zone not null,
    constraint project_name_unique unique (owner_id, name),
    constraint project_default_unique unique (default_of)
);
--rollback drop table project;
