-- 100 000 keys of the first account, in 10 projects: one in 37 disabled, one in 10 revoked, one in 16 expired, some
-- without a label, the newest last. A tenth as many of other accounts, so that the table is not one owner's alone.
insert into project (id, version, owner_id, name, default_of, created_at)
    select 'prj_' || lpad(to_hex(i), 32, '0'), 0, a.id, 'Project ' || i,
        case when i = 1 and not exists (select 1 from project d where d.default_of = a.id) then a.id end, now()
    from generate_series(1, 10) i, account a;
insert into api_key (id, version, owner_id, project_id, label, description, scopes, legacy_full_access, key_prefix,
        key_digest, created_at, expires_at, disabled_at, revoked_at, last_used_at, read_asked_on, write_asked_on)
    select 'key_' || lpad(to_hex(i), 32, '0'), 0, a.id, 'prj_' || lpad(to_hex(i % 10 + 1), 32, '0'),
        case when i % 5 <> 0 then 'Invoice service ' || i end, 'Reads invoices for tenant ' || i,
        case when i % 2 = 0 then 'delete,read,update,write' else 'read' end, false,
        'kw_' || substr(md5(i::text), 1, 13), md5(i::text) || md5((-i)::text), now() - i % 400 * interval '1 day',
        case when i % 4 = 1 then now() + (i % 200 - 50) * interval '1 day' end, case when i % 37 = 0 then now() end,
        case when i % 10 = 3 then now() end, case when i % 5 <> 0 then now() - i % 30 * interval '1 day' end,
        case when i % 5 <> 0 then current_date end, case when i % 7 <> 1 then current_date end
    from generate_series(1, 100000) i, account a;
insert into api_key (id, version, owner_id, label, scopes, legacy_full_access, key_prefix, key_digest, created_at)
    select 'key_' || lpad(to_hex(i), 32, '0'), 0, 'usr_' || lpad(to_hex(i % 500), 32, '0'), 'Somebody''s ' || i, 'read',
        false, 'kw_' || substr(md5(i::text), 1, 13), md5(i::text) || md5((-i)::text), now()
    from generate_series(100001, 110000) i;
vacuum analyze;
