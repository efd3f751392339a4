package org.keywarden.browser;

import static org.keywarden.testing.Account.fields;

import java.util.List;
import org.keywarden.testing.Account;
import org.keywarden.testing.Bench;

/** What the pictures of the documentation show. */
final class Scenery {

    private static final List<String> ALL = List.of("read", "write", "update", "delete");

    private Scenery() {}

    static Account of(Bench bench) {
        var viewer = bench.accounts().createAdministrator();
        var shop = project(viewer, "Shop");
        var warehouse = project(viewer, "Warehouse");
        var checkout = issue(viewer, shop, "checkout", List.of("read", "write"), 90);
        issue(viewer, shop, "catalogue reader", List.of("read"), 7);
        issue(viewer, warehouse, "nightly export", List.of("read"), 365);
        var old = issue(viewer, shop, "old storefront", ALL, 180);
        issue(viewer, warehouse, "laptop", ALL, 30);
        verify(viewer, checkout, "GET", 14);
        verify(viewer, checkout, "DELETE", 3);
        viewer.api().post("/developer/keys/" + old[0] + "/disable").expect(200);
        return viewer;
    }

    private static String project(Account viewer, String name) {
        return viewer.api()
                .post("/developer/projects", fields("name", name))
                .expect(201)
                .text("project.id");
    }

    /** The id and the secret. */
    private static String[] issue(
            Account viewer, String project, String label, List<String> scopes, int days) {
        var answer =
                viewer.api()
                        .post(
                                "/developer/keys",
                                fields(
                                        "label", label,
                                        "projectId", project,
                                        "scopes", scopes,
                                        "expiresInDays", days))
                        .expect(201);
        return new String[] {answer.text("key.id"), answer.text("rawApiKey")};
    }

    private static void verify(Account viewer, String[] key, String method, int times) {
        for (int i = 0; i < times; i++) {
            viewer.api().post("/keys/verify", fields("key", key[1], "method", method)).expect(200);
        }
    }
}
