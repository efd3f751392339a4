--liquibase formatted sql
--changeset providers:001-billing-provider
-- What a shipped provider has no value for is read from its default, so that these stay null. ADR 25
create table billing_provider (
    id varchar(40) not null primary key,
    version integer not null,
    slug varchar(40) not null,
    display_name varchar(200) not null,
    description varchar(1000) not null,
    icon varchar(510) not null,
    enabled boolean not null,
    sort_order integer not null,
    exchange varchar(32) not null,
    auth_url varchar(2048),
    api_base varchar(2048),
    issuer varchar(2048),
    token_url varchar(2048),
    client_id varchar(255),
    client_secret varchar(4096),
    scope varchar(1000),
    revocation_url varchar(2048),
    created_at timestamp(3) with time zone not null,
    constraint billing_provider_slug_unique unique (slug)
);
--rollback drop table billing_provider;
