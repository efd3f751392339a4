--liquibase formatted sql
--changeset keys:006-text-search-postgresql dbms:postgresql
-- Label and prefix as a search compares them. The database keeps it, so that older nodes need not know of it, and the
-- index answers a search alone: making 100 000 texts lower-case for each search took longer than all the rest of a page.
-- Between both is a character that no search may contain. A letter may become two.
-- It writes the table anew, a second or two for 100 000 keys, and lets nobody else read or write it meanwhile.
alter table api_key add column search_text varchar(400)
    generated always as (lower(coalesce(label, '') || chr(10) || key_prefix)) stored;
create index api_key_by_text
    on api_key (owner_id, search_text, revoked_at, project_id, disabled_at, expires_at, provider_id, id);
--rollback drop index api_key_by_text;
--rollback alter table api_key drop column search_text;
--changeset keys:006-text-search-h2 dbms:h2
alter table api_key add column search_text varchar(400)
    generated always as (lower(coalesce(label, '') || chr(10) || key_prefix));
create index api_key_by_text
    on api_key (owner_id, search_text, revoked_at, project_id, disabled_at, expires_at, provider_id, id);
--rollback drop index api_key_by_text;
--rollback alter table api_key drop column search_text;
