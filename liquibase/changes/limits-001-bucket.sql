--liquibase formatted sql
--changeset limits:001-bucket dbms:postgresql
-- Unlogged: a bucket lives for minutes and is written often; a crash may give everybody new permits.
create unlogged table rate_limit_bucket (
    id varchar(255) not null primary key,
    state bytea,
    expires_at bigint
);
create index rate_limit_bucket_by_expiry on rate_limit_bucket (expires_at);
--rollback drop table rate_limit_bucket;
