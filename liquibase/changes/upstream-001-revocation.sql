--liquibase formatted sql
--changeset upstream:001-revocation
create table upstream_revocation (
    key_id varchar(40) not null primary key,
    provider_id varchar(40) not null,
    owner_id varchar(40) not null,
    state varchar(16) not null,
    sealed_token varchar(2048),
    attempts integer not null,
    next_attempt_at timestamp(3) with time zone not null,
    constraint upstream_revocation_key foreign key (key_id) references api_key (id),
    constraint upstream_revocation_provider foreign key (provider_id) references billing_provider (id)
);
create index upstream_revocation_by_attempt on upstream_revocation (state, next_attempt_at);
--rollback drop table upstream_revocation;
