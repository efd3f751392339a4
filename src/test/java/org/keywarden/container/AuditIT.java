package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import jakarta.transaction.UserTransaction;
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
    void followsTheTransaction() throws Exception {
        transaction.begin();
        events.fire(new Happened("thing.lost", "thing_1", owner.value()));
        transaction.rollback();
        assertThat(entries()).isEmpty();

        transaction.begin();
        events.fire(new Happened("thing.kept", "thing_1", owner.value()));
        transaction.commit();
        assertThat(entries()).extracting("action").containsExactly("thing.kept");
    }

    @Test
    @DisplayName("takes the change with it when it cannot be written")
    void takesTheChangeWithIt() throws Exception {
        transaction.begin();
        keys.issue(caller, aKey());
        events.fire(new Happened("x".repeat(65), "too long for its column", owner.value()));

        assertThatExceptionOfType(RollbackException.class).isThrownBy(transaction::commit);

        assertThat(entries()).isEmpty();
        assertThat(database.rows("select id from api_key where owner_id = ?", owner.value()))
                .isEmpty();
        assertThat(database.rows("select id from project where owner_id = ?", owner.value()))
                .isEmpty();
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
