--liquibase formatted sql
--changeset keys:004-asked-scopes
-- The last day, UTC, on which a use of the key that was granted asked for the scope.
alter table api_key add column read_asked_on date;
alter table api_key add column write_asked_on date;
alter table api_key add column update_asked_on date;
alter table api_key add column delete_asked_on date;
-- Which keys of an owner expire next.
create index api_key_by_expiry on api_key (owner_id, expires_at);
--rollback drop index api_key_by_expiry;
--rollback alter table api_key drop column delete_asked_on;
--rollback alter table api_key drop column update_asked_on;
--rollback alter table api_key drop column write_asked_on;
--rollback alter table api_key drop column read_asked_on;
