--liquibase formatted sql
--changeset keys:003-provider-issued-key
-- Where a key came from, and a hash to compare it with, since nobody knows its entropy. Native and imported keys have none.
alter table api_key add column provider_id varchar(40);
alter table api_key add column provider_user_id varchar(510);
alter table api_key add column provider_key_reference varchar(510);
alter table api_key add column key_hash varchar(128);
alter table api_key add constraint api_key_provider foreign key (provider_id) references billing_provider (id);
create index api_key_by_provider on api_key (provider_id);
--rollback alter table api_key drop constraint api_key_provider;
--rollback drop index api_key_by_provider;
--rollback alter table api_key drop column key_hash;
--rollback alter table api_key drop column provider_key_reference;
--rollback alter table api_key drop column provider_user_id;
--rollback alter table api_key drop column provider_id;
