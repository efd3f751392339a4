--liquibase formatted sql
--changeset usage:001-key-usage
create table key_usage (
    key_id varchar(40) not null,
    hour_start timestamp(3) with time zone not null,
    requests bigint not null,
    denied bigint not null,
    constraint key_usage_primary primary key (key_id, hour_start),
    constraint key_usage_key foreign key (key_id) references api_key (id)
);
--rollback drop table key_usage;
