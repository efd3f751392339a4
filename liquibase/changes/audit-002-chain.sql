--liquibase formatted sql
--changeset audit:002-chain
-- Entries written before this, and by nodes of an older version, have no place in the chain.
alter table audit_entry add column sequence bigint;
alter table audit_entry add column key_id varchar(16);
alter table audit_entry add column hash varchar(64);
alter table audit_entry add constraint audit_entry_sequence_unique unique (sequence);
create table audit_head (
    id integer not null primary key,
    sequence bigint not null,
    hash varchar(64) not null,
    key_id varchar(16),
    seal varchar(64),
    constraint audit_head_is_one check (id = 1)
);
insert into audit_head (id, sequence, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
--rollback drop table audit_head;
--rollback alter table audit_entry drop constraint audit_entry_sequence_unique;
--rollback alter table audit_entry drop column hash;
--rollback alter table audit_entry drop column key_id;
--rollback alter table audit_entry drop column sequence;
