package org.keywarden.browser;

import static org.keywarden.testing.Account.fields;

import java.util.List;
import org.keywarden.testing.Account;
import org.keywarden.testing.Bench;
import org.keywarden.testing.TestDatabase;

/**
 * What the pictures of the documentation show: an administrator with keys that are some weeks old
 * and in use, and some colleagues. Of PostgreSQL only.
 *
 * @param checkout the id of a busy key
 */
record Scenery(Account viewer, String checkout) {

    private static final List<String> ALL = List.of("read", "write", "update", "delete");

    /** By the hour, less at night and at weekends, some of it refused. */
    private static final String USES =
            """
            select hour, granted + refused as requests, refused as denied, refused as missing
            from (select hour, cast(volume as bigint) as granted,
                    cast(volume * (0.01 + 0.02 * abs(sin(extract(day from hour)))) as bigint) as refused
                from (select hour,
                        (420 - 260 * cos(extract(hour from hour) * pi() / 12))
                        * (case when extract(isodow from hour) > 5 then 0.4 else 1 end) as volume
                    from generate_series(date_trunc('hour', now()) - interval '90 days',
                        date_trunc('hour', now()), interval '1 hour') as hour) as volumes) as uses
            """;

    static Scenery of(Bench bench) {
        var database = bench.database();
        var viewer = bench.accounts().createNamed("anna.miller@acme.example");
        colleague(bench, "ben.okafor@acme.example", "Ben Okafor");
        colleague(bench, "chiara.rossi@acme.example", "Chiara Rossi");
        database.change(
                "update account set role = 'ADMIN', name = 'Anna Miller' where id = ?",
                viewer.id());

        var scenery = new Scenery(viewer, keys(viewer, database));

        database.change("update account set created_at = created_at - interval '71 days'");
        database.change("update project set created_at = created_at - interval '64 days'");
        use(scenery, database);
        return scenery;
    }

    private static void colleague(Bench bench, String email, String name) {
        var colleague = bench.accounts().createNamed(email);
        bench.database().change("update account set name = ? where id = ?", name, colleague.id());
    }

    private static String keys(Account viewer, TestDatabase database) {
        var shop = project(viewer, "Shop");
        var warehouse = project(viewer, "Warehouse");
        viewer.api().post("/developer/projects/" + shop + "/set-default").expect(200);
        var old = issue(viewer, shop, "old storefront", ALL, 180);
        var export = issue(viewer, warehouse, "nightly export", List.of("read"), 365);
        var video = issue(viewer, shop, "product videos", ALL, 90);
        issue(viewer, warehouse, "laptop", ALL, 60);
        issue(viewer, shop, "catalogue reader", List.of("read"), 30);
        var checkout = issue(viewer, shop, "checkout", List.of("read", "write"), 90);
        age(database);
        viewer.api().post("/developer/keys/" + old + "/disable").expect(200);
        for (var used : List.of(checkout, export, video)) {
            database.change(
                    "update api_key set last_used_at = now() - interval '4 minutes' where id = ?",
                    used);
        }
        database.change(
                """
                update api_key set provider_user_id = 'anna', key_prefix = 'dd_live_9f2c...',
                    provider_id = (select id from billing_provider where slug = 'daydream')
                where id = ?
                """,
                video);
        return checkout;
    }

    /** The first is the oldest. */
    private static void age(TestDatabase database) {
        database.change(
                """
                update api_key set
                    created_at = created_at - aged.days * interval '1 day',
                    expires_at = expires_at - aged.days * interval '1 day'
                from (select id, 8 * row_number() over (order by id desc) as days from api_key) as aged
                where aged.id = api_key.id
                """);
    }

    private static void use(Scenery scenery, TestDatabase database) {
        var into = "insert into %s (%s, hour_start, requests, denied, insufficient_scope) ";
        var uses = "select ?, uses.* from (" + USES + ") as uses";
        database.change(into.formatted("key_usage", "key_id") + uses, scenery.checkout());
        database.change(into.formatted("owner_usage", "owner_id") + uses, scenery.viewer().id());
    }

    private static String project(Account viewer, String name) {
        return viewer.api()
                .post("/developer/projects", fields("name", name))
                .expect(201)
                .text("project.id");
    }

    private static String issue(
            Account viewer, String project, String label, List<String> scopes, int days) {
        return viewer.api()
                .post(
                        "/developer/keys",
                        fields(
                                "label", label,
                                "projectId", project,
                                "scopes", scopes,
                                "expiresInDays", days))
                .expect(201)
                .text("key.id");
    }
}
