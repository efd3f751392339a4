--liquibase formatted sql
--changeset audit:001-audit-entry
create table audit_entry (
    id varchar(40) not null primary key,
    at timestamp(3) with time zone not null,
    actor_id varchar(40),
    action varchar(64) not null,
    target varchar(64) not null,
    owner_id varchar(40) not null,
    address varchar(64),
    request_id varchar(128),
    changes text not null
);
create index audit_entry_by_owner on audit_entry (owner_id, id);
create index audit_entry_by_target on audit_entry (target, id);
--rollback drop table audit_entry;
