--liquibase formatted sql
--changeset sessions:002-session-kind
-- Whoever is signed in stays so: what the former version began, in a browser too, has no idle limit.
alter table auth_session add column kind varchar(16) default 'BEARER' not null;
--rollback alter table auth_session drop column kind;
