package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.access.UserId;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.platform.event.DomainEvent;

@ExtendWith(ArquillianExtension.class)
@DisplayName("The audit trail")
class AuditIT {

    private static final String ENTRIES =
            "select * from audit_entry where owner_id = ? order by id";

    @Inject Keys keys;
    @Inject Chronicler chronicler;
    @Inject Event<DomainEvent> events;
    @Inject UserTransaction transaction;
    @Inject Database database;
    @Inject ObjectMapper json;

    private final UserId owner = UserId.next();
    private final Caller caller =
            new Caller(
                    owner,
                    Role.DEVELOPER,
                    TokenType.SESSION_TOKEN,
                    "ses_1",
                    Set.of(),
                    false,
                    false);

    record Happened(String action, String target, String ownerId) implements DomainEvent {
        @Override
        public String actorId() {
            return ownerId;
        }
    }

    @Test
    @DisplayName("keeps what was committed, and forgets what was rolled back")
    void followsTheTransaction() {
        chronicler.tellInVain(happened("thing.lost"));
        assertThat(entries()).isEmpty();

        chronicler.tell(happened("thing.kept"));
        assertThat(entries()).extracting("action").containsExactly("thing.kept");
    }

    @Test
    @DisplayName("takes the change with it when it cannot be written")
    void takesTheChangeWithIt() {
        assertThatExceptionOfType(PersistenceException.class)
                .isThrownBy(
                        () -> chronicler.issueAndTell(caller, aKey(), happened("x".repeat(65))));

        assertNothingIsKept();
    }

    @Test
    @DisplayName(
            "takes the change with it when it is not written, though an exception would commit")
    void takesTheChangeWithAnException() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> chronicler.issueAndFail(caller, aKey()));

        assertNothingIsKept();
    }

    @Test
    @DisplayName("refuses what nobody would write")
    void needsATransaction() throws Exception {
        assertThatIllegalStateException().isThrownBy(() -> events.fire(happened("thing.lost")));

        transaction.begin();
        try {
            assertThatIllegalStateException().isThrownBy(() -> events.fire(happened("thing.lost")));
        } finally {
            transaction.rollback();
        }
        assertThat(entries()).isEmpty();
    }

    @Test
    @DisplayName("is tried again with the change when it was in somebody's way")
    void isTriedAgain() {
        var tries = new ArrayList<Object>();
        var next = database.rows("select sequence + 1 as next from audit_head").get(0).get("next");
        database.update(
                "insert into audit_entry (id, at, action, target, owner_id, changes, sequence)"
                        + " values ('in-the-way', current_timestamp, 'a', 't', 'o', '{}', ?)",
                next);

        try {
            assertThatExceptionOfType(PersistenceException.class)
                    .isThrownBy(() -> chronicler.tellStubbornly(tries, happened("thing.lost")));
        } finally {
            database.update("delete from audit_entry where id = 'in-the-way'");
        }

        assertThat(tries).hasSize(5).doesNotHaveDuplicates();
        assertThat(entries()).isEmpty();
        chronicler.tell(happened("thing.kept"));
        assertThat(entries()).extracting("sequence").containsExactly(next);
    }

    @Test
    @DisplayName("has the entries of one transaction in their order, one after the other")
    void isChained() {
        chronicler.tell(happened("thing.made"), happened("thing.used"), happened("thing.lost"));

        var entries = entries();
        assertThat(entries)
                .extracting("action")
                .containsExactly("thing.made", "thing.used", "thing.lost");
        var first = ((Number) entries.get(0).get("sequence")).longValue();
        assertThat(entries).extracting("sequence").containsExactly(first, first + 1, first + 2);
        var head = database.rows("select sequence, hash from audit_head").get(0);
        assertThat(head.get("sequence")).isEqualTo(first + 2);
        assertThat(head.get("hash")).isEqualTo(entries.get(2).get("hash"));
    }

    @Test
    @DisplayName("tells who issued which key, and what it is, and from where")
    void tellsOfAnIssuedKey() throws Exception {
        var issued = keys.issue(caller, aKey());

        var entries = entries();
        assertThat(entries)
                .extracting("action", "target", "actor_id")
                .containsExactly(
                        tuple(
                                "project.created",
                                issued.key().project().id().value(),
                                owner.value()),
                        tuple("key.issued", issued.key().id().value(), owner.value()));
        assertThat(changes(entries.get(0)))
                .isEqualTo(
                        Map.of(
                                "name", change(null, "Default"),
                                "isDefault", change(null, true)));
        assertThat(changes(entries.get(1)))
                .isEqualTo(
                        Map.of(
                                "label", change(null, "audited"),
                                "scopes", change(null, "read delete"),
                                "project", change(null, issued.key().project().id().value())));
        assertThat(entries)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.get("request_id")).isNotNull();
                            assertThat(entry.get("address")).isNotNull();
                        });
    }

    @Test
    @DisplayName("holds neither a key nor its digest, whatever is done to it")
    void holdsNoSecret() {
        var issued = keys.issue(caller, aKey());
        var id = issued.key().id().value();
        keys.disable(caller, id);
        keys.enable(caller, id);
        var rotated = keys.rotate(caller, id, 60);
        keys.revoke(caller, id);

        var text = entries().toString();

        assertThat(entries())
                .extracting("action")
                .containsExactly(
                        "project.created",
                        "key.issued",
                        "key.disabled",
                        "key.enabled",
                        "key.issued",
                        "key.rotated",
                        "key.revoked");
        for (var raw : List.of(issued.rawApiKey(), rotated.rawApiKey())) {
            assertThat(text).doesNotContain(raw, raw.substring(raw.lastIndexOf('_') + 1));
        }
        for (var row : database.rows("select * from api_key where owner_id = ?", owner.value())) {
            assertThat(text).doesNotContain(row.get("key_digest").toString());
        }
    }

    @Test
    @DisplayName("is silent when nothing changed")
    void isSilentWhenNothingChanged() {
        var id = keys.issue(caller, aKey()).key().id().value();
        keys.revoke(caller, id);
        var before = entries().size();

        keys.revoke(caller, id);

        assertThat(entries()).hasSize(before);
    }

    private void assertNothingIsKept() {
        assertThat(entries()).isEmpty();
        assertThat(database.rows("select id from api_key where owner_id = ?", owner.value()))
                .isEmpty();
        assertThat(database.rows("select id from project where owner_id = ?", owner.value()))
                .isEmpty();
    }

    private Happened happened(String action) {
        return new Happened(action, "thing_1", owner.value());
    }

    private static NewKey aKey() {
        return new NewKey(
                "audited", null, null, null, Set.of(Scope.DELETE, Scope.READ), null, null, null);
    }

    private static Map<String, Object> change(Object before, Object after) {
        var change = new java.util.HashMap<String, Object>();
        change.put("before", before);
        change.put("after", after);
        return change;
    }

    private Map<?, ?> changes(Map<String, Object> entry) throws JsonProcessingException {
        return json.readValue(entry.get("changes").toString(), Map.class);
    }

    private List<Map<String, Object>> entries() {
        return database.rows(ENTRIES, owner.value());
    }
}
