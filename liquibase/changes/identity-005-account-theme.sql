--liquibase formatted sql
--changeset identity:005-account-theme
alter table account add column theme varchar(16) default 'SYSTEM' not null;
--rollback alter table account drop column theme;
