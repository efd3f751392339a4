--liquibase formatted sql
--changeset keys:001-api-key
create table api_key (
    id varchar(40) not null primary key,
    version integer not null,
    owner_id varchar(40) not null,
    project_id varchar(40),
    label varchar(128),
    description varchar(510),
    scopes varchar(255) not null,
    legacy_full_access boolean not null,
    key_prefix varchar(64) not null,
    key_digest varchar(64) not null,
    created_at timestamp(3) with time zone not null,
    expires_at timestamp(3) with time zone,
    disabled_at timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone,
    replaced_by varchar(40),
    last_used_at timestamp(3) with time zone,
    constraint api_key_digest_unique unique (key_digest),
    constraint api_key_project foreign key (project_id) references project (id),
    constraint api_key_successor foreign key (replaced_by) references api_key (id)
);
create index api_key_by_owner on api_key (owner_id, id);
create index api_key_by_project on api_key (project_id);
--rollback drop table api_key;
