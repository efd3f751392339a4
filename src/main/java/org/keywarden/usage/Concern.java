package org.keywarden.usage;

/** Why a key asks for attention: as conditions on {@code api_key k} at the times {@code t}. */
enum Concern {
    EXPIRING("k.expires_at <= t.soon", "k.expires_at, k.id"),
    NEVER_USED("k.last_used_at is null and k.created_at < t.old", "k.id"),
    OVER_SCOPED(
            """
            (k.legacy_full_access or (k.created_at < t.old
                and (k.read_asked_on >= t.since or k.write_asked_on >= t.since
                    or k.update_asked_on >= t.since or k.delete_asked_on >= t.since)
                and (%s or %s or %s or %s)))
            """
                    .formatted(
                            needless("read"),
                            needless("write"),
                            needless("update"),
                            needless("delete")),
            "k.id");

    /** The same as {@link org.keywarden.keys.KeyStatus#ACTIVE}, for the database. */
    static final String ACTIVE =
            "k.revoked_at is null and k.disabled_at is null"
                    + " and (k.expires_at is null or k.expires_at > t.moment)";

    private static final String FROM =
            """
            from api_key k cross join (select cast(? as timestamp(3) with time zone) as moment,
                cast(? as timestamp(3) with time zone) as soon,
                cast(? as timestamp(3) with time zone) as old, cast(? as date) as since) t
            where k.owner_id = ?
            """;

    /** All keys, the active ones, and those of each concern by its name, in one pass. */
    static final String COUNTS =
            "select count(*) as stored, count(case when %1$s then 1 end) as active, %2$s, %3$s, %4$s %5$s"
                    .formatted(
                            ACTIVE,
                            EXPIRING.count(),
                            NEVER_USED.count(),
                            OVER_SCOPED.count(),
                            FROM);

    private final String condition;
    private final String order;

    Concern(String condition, String order) {
        this.condition = condition;
        this.order = order;
    }

    /** The ids of the first of them. */
    String first() {
        return "select k.id %s and %s and %s order by %s fetch first ? rows only"
                .formatted(FROM, ACTIVE, condition, order);
    }

    private String count() {
        return "count(case when %s and %s then 1 end) as %s".formatted(ACTIVE, condition, name());
    }

    private static String needless(String scope) {
        return "(k.scopes like '%%%1$s%%' and (k.%1$s_asked_on is null or k.%1$s_asked_on < t.since))"
                .formatted(scope);
    }
}
