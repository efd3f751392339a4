--liquibase formatted sql
--changeset housekeeping:001-turn
-- One row: until when the node that took the last turn has it.
create table housekeeping_turn (
    id integer not null primary key,
    over_at timestamp(3) with time zone not null
);
insert into housekeeping_turn (id, over_at) values (1, current_timestamp);
--rollback drop table housekeeping_turn;
