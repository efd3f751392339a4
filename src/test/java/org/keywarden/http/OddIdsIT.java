package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.keywarden.testing.Account.fields;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.keywarden.testing.AccessMatrix;
import org.keywarden.testing.AccessMatrix.Entry;
import org.keywarden.testing.Account;
import org.keywarden.testing.Accounts;
import org.keywarden.testing.Answer;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

/** Every route of the reviewed table that has an id in its path. */
@KeywardenTest
@DisplayName("An id that is not one's own")
class OddIdsIT {

    /** As they stand in the path. */
    private static final List<String> ODD =
            List.of(
                    "key_00000000000000000000000000000000",
                    "usr_00000000000000000000000000000000",
                    "key_",
                    "KEY_00000000000000000000000000000000",
                    "a%2Fb",
                    "..%2F..%2Fadmin",
                    "%0A",
                    "%0d%0aX-Evil:%201",
                    "%01",
                    "%20",
                    "%F0%9F%94%91",
                    "%27%20or%201=1--",
                    "x".repeat(5000));

    private static final Map<String, Object> BODY = fields("name", "N", "label", "L", "icon", "I");

    @TestFactory
    @DisplayName("is the very same 404 as an unknown one, whatever it looks like")
    Stream<DynamicTest> isOneAnswer(Account anna, Account ben, Accounts accounts) {
        var admin = accounts.createAdministrator();
        var foreign =
                List.of(
                        ben.issue().id(),
                        ben.createProject("Ben's"),
                        ben.api().get("/auth/sessions").text("sessions.0.id"));
        return AccessMatrix.read().stream()
                .filter(
                        entry ->
                                entry.path()
                                        .contains(
                                                "{id}")) // a slug is no id, and has answers of its
                // own
                .map(
                        entry ->
                                dynamicTest(
                                        entry.toString(),
                                        () -> {
                                            var api = (entry.administrator() ? admin : anna).api();
                                            var unknown = answer(api, entry, ODD.get(0));
                                            for (var id : ODD) {
                                                assertThat(answer(api, entry, id))
                                                        .describedAs(id)
                                                        .isEqualTo(unknown);
                                            }
                                            for (var id : foreign) {
                                                assertThat(answer(api, entry, id))
                                                        .describedAs(id)
                                                        .isEqualTo(unknown);
                                            }
                                        }));
    }

    /** The body without what names the request. */
    private static ObjectNode answer(Api api, Entry entry, String id) {
        var answer = call(api, entry, id).expectProblem(404, "NOT_FOUND");
        return ((ObjectNode) answer.json()).without(List.of("instance", "requestId"));
    }

    private static Answer call(Api api, Entry entry, String id) {
        return entry.method().startsWith("P")
                ? api.sendJson(entry.method(), entry.path(id), BODY)
                : api.send(entry.method(), entry.path(id));
    }
}
