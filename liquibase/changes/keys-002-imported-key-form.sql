--liquibase formatted sql
--changeset keys:002-imported-key-form
-- Which forms of foreign keys were ever imported: nobody searches for what cannot be there.
create table imported_key_form (
    form varchar(24) not null primary key
);
-- The form of our own keys is always there: imports take turns by the lock of its row.
insert into imported_key_form (form) values ('native');
--rollback drop table imported_key_form;
