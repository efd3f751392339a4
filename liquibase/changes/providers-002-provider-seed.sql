--liquibase formatted sql
--changeset providers:002-provider-seed
-- Which shipped providers this installation was ever given: none of them is given twice.
create table provider_seed (
    slug varchar(40) not null primary key,
    seeded_at timestamp(3) with time zone not null
);
--rollback drop table provider_seed;
