--liquibase formatted sql
--changeset keys:005-listing
-- Counts the keys of an owner by project and status without reading a row: a list has to say how many there are.
create index api_key_by_standing on api_key (owner_id, revoked_at, project_id, disabled_at, expires_at, provider_id);
--rollback drop index api_key_by_standing;
