package org.keywarden.browser;

import static org.keywarden.testing.Account.fields;

import java.util.List;
import java.util.stream.Stream;
import org.keywarden.testing.Account;
import org.keywarden.testing.Answer;

/**
 * A page of the console, as an administrator sees it who has a little of everything.
 *
 * @param path with its query
 */
record ConsolePage(String path) {

    /** Strings that hurt where a page forgets to escape them. */
    static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&${1+1}#{1+1}{{1}}";

    /** Makes what pages show, and names all of them. */
    static List<ConsolePage> of(Account viewer) {
        var project = project(viewer, "Shop " + HOSTILE);
        project(viewer, "A name that is as long as it may be: " + "x".repeat(60));
        var key = key(viewer, project, "checkout " + HOSTILE.substring(0, 40));
        var revoked = key(viewer, project, "the old one");
        viewer.api().delete("/developer/keys/" + revoked).expect(204);
        return Stream.of(
                        "overview",
                        "keys",
                        "keys?revoked=true",
                        "keys?q=nothing+is+called+so",
                        "key?id=" + key,
                        "key?id=" + revoked,
                        "projects",
                        "providers",
                        "audit",
                        "audit?action=key.imported",
                        "routes",
                        "users",
                        "users?q=nobody+is+called+so",
                        "profile")
                .map(page -> new ConsolePage("/console/" + page))
                .toList();
    }

    private static String project(Account viewer, String name) {
        return viewer.api()
                .post("/developer/projects", fields("name", name))
                .expect(201)
                .text("project.id");
    }

    private static String key(Account viewer, String project, String label) {
        Answer answer =
                viewer.api()
                        .post(
                                "/developer/keys",
                                fields(
                                        "label", label,
                                        "description", HOSTILE,
                                        "projectId", project,
                                        "scopes", List.of("read", "write"),
                                        "expiresInDays", 7))
                        .expect(201);
        return answer.text("key.id");
    }

    @Override
    public String toString() {
        return path.replaceFirst("\\?.*", "");
    }
}
