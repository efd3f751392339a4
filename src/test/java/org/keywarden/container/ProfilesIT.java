package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.access.UserId;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.Profile;
import org.keywarden.identity.ProfileChange;
import org.keywarden.identity.Profiles;
import org.keywarden.identity.Theme;

@ExtendWith(ArquillianExtension.class)
@DisplayName("A profile")
class ProfilesIT {

    @Inject Profiles profiles;
    @Inject Accounts accounts;
    @Inject Database database;
    @Inject ObjectMapper json;

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = database.newDeveloper();
    }

    @Test
    @DisplayName("is at first what the browser wishes")
    void beginsWithDefaults() {
        assertThat(profiles.of(caller)).isEqualTo(profile(null, null, Theme.SYSTEM));
    }

    @Test
    @DisplayName("takes one statement, and none when it was just read")
    void takesOneStatement() {
        assertThat(database.statementsDuring(() -> profiles.of(caller)))
                .singleElement()
                .asString()
                .startsWith("select ")
                .contains("from account");

        var again =
                database.statementsDuring(
                        () -> {
                            profiles.change(caller, new ProfileChange("Ada", null, Theme.DARK));
                            profiles.of(caller);
                            profiles.of(caller);
                        });

        assertThat(again).filteredOn(it -> it.startsWith("select id, email")).hasSize(1);
    }

    @Test
    @DisplayName("changes as a whole, and counts at once for pages and the API")
    void changesAtOnce() {
        profiles.of(caller);

        var changed = profiles.change(caller, new ProfileChange(" Ada ", "de", Theme.DARK));

        assertThat(changed).isEqualTo(profile("Ada", "de", Theme.DARK));
        assertThat(profiles.of(caller)).isEqualTo(changed);
        assertThat(accounts.find(caller.user()))
                .hasValueSatisfying(user -> assertThat(user.locale()).isEqualTo("de"));

        profiles.change(caller, new ProfileChange(" ", "", Theme.SYSTEM));

        assertThat(profiles.of(caller)).isEqualTo(profile(null, null, Theme.SYSTEM));
    }

    @Test
    @DisplayName("tells the audit trail what changed, and nothing if nothing did")
    void isAudited() throws JsonProcessingException {
        profiles.change(caller, new ProfileChange("Ada", "fr", Theme.LIGHT));
        profiles.change(caller, new ProfileChange("Ada", "fr", Theme.LIGHT));
        profiles.change(caller, new ProfileChange("Ada", null, Theme.LIGHT));

        var entries = entries();
        assertThat(entries)
                .extracting("action", "target", "actor_id")
                .containsOnly(
                        tuple("account.updated", caller.user().value(), caller.user().value()))
                .hasSize(2);
        assertThat(changes(entries.get(0)))
                .isEqualTo(
                        Map.of(
                                "name", change(null, "Ada"),
                                "locale", change(null, "fr"),
                                "theme", change("SYSTEM", "LIGHT")));
        assertThat(changes(entries.get(1))).isEqualTo(Map.of("locale", change("fr", null)));
    }

    @Test
    @DisplayName("is its owner's alone, and nobody's without an account")
    void isOnesOwn() {
        var other = database.newDeveloper();
        profiles.change(caller, new ProfileChange("Ada", null, Theme.DARK));

        assertThat(profiles.of(other).name()).isNull();
        var nobody =
                new Caller(
                        UserId.next(),
                        Role.DEVELOPER,
                        TokenType.SESSION_TOKEN,
                        "ses_1",
                        Set.of(),
                        false,
                        false);
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> profiles.of(nobody));
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(
                        () -> profiles.change(nobody, new ProfileChange(null, null, Theme.DARK)));
    }

    private Profile profile(String name, String locale, Theme theme) {
        var email = caller.user().value(); // of accounts that tests insert
        return new Profile(caller.user(), email, name, Role.DEVELOPER, locale, theme);
    }

    private List<Map<String, Object>> entries() {
        return database.rows(
                "select * from audit_entry where owner_id = ? order by id", caller.user().value());
    }

    private static Map<String, Object> change(Object before, Object after) {
        var change = new HashMap<String, Object>();
        change.put("before", before);
        change.put("after", after);
        return change;
    }

    private Map<?, ?> changes(Map<String, Object> entry) throws JsonProcessingException {
        return json.readValue(entry.get("changes").toString(), Map.class);
    }
}
