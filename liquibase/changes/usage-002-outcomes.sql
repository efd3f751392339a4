--liquibase formatted sql
--changeset usage:002-outcomes
-- What was denied, by its outcome. Of older rows, and of those that an older node writes, only the sum of it is known.
alter table key_usage add column revoked bigint default 0 not null;
alter table key_usage add column disabled bigint default 0 not null;
alter table key_usage add column expired bigint default 0 not null;
alter table key_usage add column owner_suspended bigint default 0 not null;
alter table key_usage add column insufficient_scope bigint default 0 not null;
-- The same for all keys of an owner, so that nobody has to add up those of 100 000 keys.
create table owner_usage (
    owner_id varchar(40) not null,
    hour_start timestamp(3) with time zone not null,
    requests bigint not null,
    denied bigint not null,
    revoked bigint default 0 not null,
    disabled bigint default 0 not null,
    expired bigint default 0 not null,
    owner_suspended bigint default 0 not null,
    insufficient_scope bigint default 0 not null,
    constraint owner_usage_primary primary key (owner_id, hour_start)
);
insert into owner_usage (owner_id, hour_start, requests, denied)
    select k.owner_id, u.hour_start, sum(u.requests), sum(u.denied)
    from key_usage u join api_key k on k.id = u.key_id
    group by k.owner_id, u.hour_start;
--rollback drop table owner_usage;
--rollback alter table key_usage drop column insufficient_scope;
--rollback alter table key_usage drop column owner_suspended;
--rollback alter table key_usage drop column expired;
--rollback alter table key_usage drop column disabled;
--rollback alter table key_usage drop column revoked;
