--liquibase formatted sql
--changeset identity:003-account-standing
-- What other modules may read of an account: how its owner stands, and nothing about the person.
create view account_standing as select id, role, suspended from account;
--rollback drop view account_standing;
