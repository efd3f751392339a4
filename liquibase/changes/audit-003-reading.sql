--liquibase formatted sql
--changeset audit:003-reading
-- Lists are in the order of time, the newest first, whatever they are filtered by.
create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_actor_and_time on audit_entry (actor_id, at, id);
create index audit_entry_by_action_and_time on audit_entry (action, at, id);
create index audit_entry_by_target_and_time on audit_entry (target, at, id);
create index audit_entry_by_owner_and_time on audit_entry (owner_id, at, id);
drop index audit_entry_by_owner;
drop index audit_entry_by_target;
--rollback create index audit_entry_by_owner on audit_entry (owner_id, id);
--rollback create index audit_entry_by_target on audit_entry (target, id);
--rollback drop index audit_entry_by_time;
--rollback drop index audit_entry_by_actor_and_time;
--rollback drop index audit_entry_by_action_and_time;
--rollback drop index audit_entry_by_target_and_time;
--rollback drop index audit_entry_by_owner_and_time;
