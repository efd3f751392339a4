--liquibase formatted sql
--changeset handoffs:001-hand-off
create table hand_off (
    id varchar(40) not null primary key,
    session_digest varchar(64) not null,
    state_digest varchar(64) not null,
    browser_digest varchar(64) not null,
    provider_id varchar(40) not null,
    user_id varchar(40) not null,
    status varchar(16) not null,
    callback_url varchar(2048) not null,
    sealed_auth_url varchar(16384),
    sealed_verifier varchar(512),
    sealed_key varchar(1024),
    key_digest varchar(64),
    provider_user_id varchar(510),
    provider_reference varchar(510),
    expires_at timestamp(3) with time zone not null,
    claimed_at timestamp(3) with time zone,
    constraint hand_off_session_unique unique (session_digest),
    constraint hand_off_state_unique unique (state_digest),
    constraint hand_off_provider foreign key (provider_id) references billing_provider (id) on delete cascade
);
create index hand_off_by_provider on hand_off (provider_id);
create index hand_off_by_user on hand_off (user_id);
create index hand_off_by_expiry on hand_off (expires_at);
--rollback drop table hand_off;
