--liquibase formatted sql
--changeset sessions:001-session-origin
alter table auth_session add column address varchar(64);
alter table auth_session add column user_agent varchar(512);
-- The default is for nodes of the former version that still run beside one of this.
alter table auth_session add column last_used_at timestamp(3) with time zone default current_timestamp not null;
update auth_session set last_used_at = created_at;
--rollback alter table auth_session drop column last_used_at;
--rollback alter table auth_session drop column user_agent;
--rollback alter table auth_session drop column address;
