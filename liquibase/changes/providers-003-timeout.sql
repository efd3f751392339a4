--liquibase formatted sql
--changeset providers:003-timeout
alter table billing_provider add column timeout_seconds integer default 10 not null;
--rollback alter table billing_provider drop column timeout_seconds;
