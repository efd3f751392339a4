package org.keywarden.keys.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.access.Scope;
import org.keywarden.keys.NewKey;

@DisplayName("The form for a new key")
class CreateKeyFormTest {

    @Test
    @DisplayName(
            "wishes at first for a native key with all scopes in the default project, for ever")
    void beginsWithDefaults() {
        var form = form();

        assertThat(form.faults()).isEmpty();
        var wish = form.wish(null);
        assertThat(wish.scopes()).containsExactlyInAnyOrder(Scope.values());
        assertThat(wish.label()).isNull();
        assertThat(wish.projectId()).isNull();
        assertThat(wish.projectName()).isNull();
        assertThat(wish.expiresInDays()).isNull();
        assertThat(wish.source()).isNull();
    }

    @Test
    @DisplayName("wishes for what was typed and chosen, trimmed")
    void wishesForIt() {
        var form = form("project", "prj_1", "source", "sandbox", "expiry", "90");
        form.setLabel(" CI ");
        form.setDescription("  ");
        form.setProjectName("of no concern");
        form.getScopes().put("delete", false);

        var wish = form.wish(NewKey.Source.handOff("prv_1", "abc"));

        assertThat(form.isNative()).isFalse();
        assertThat(wish.label()).isEqualTo("CI");
        assertThat(wish.description()).isNull();
        assertThat(wish.projectId()).isEqualTo("prj_1");
        assertThat(wish.projectName()).isNull();
        assertThat(wish.scopes()).doesNotContain(Scope.DELETE).hasSize(3);
        assertThat(wish.expiresInDays()).isEqualTo(90);
        assertThat(Objects.requireNonNull(wish.source()).loginSessionId()).isEqualTo("abc");
    }

    @Test
    @DisplayName("names a new project in place of an old one")
    void namesProject() {
        var form = form("project", "new");
        form.setProjectName(" Billing ");

        assertThat(form.faults()).isEmpty();
        assertThat(form.wish(null).projectId()).isNull();
        assertThat(Objects.requireNonNull(form.wish(null).projectName()).value())
                .isEqualTo("Billing");
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @DisplayName("says what is wrong with the name of a new project, and only then")
    @CsvSource({"'  ', required", "'a\u0007b', notPlain", "LONG, tooLong"})
    void checksProjectName(String name, String message) {
        var typed = name.equals("LONG") ? "🔑".repeat(101) : name;
        var form = form("project", "new");
        form.setProjectName(typed);
        var other = form("project", "prj_1");
        other.setProjectName(typed);

        assertThat(form.faults()).extracting("message").containsExactly("problem.field." + message);
        assertThat(other.faults()).isEmpty();
    }

    @Test
    @DisplayName("counts code points of a name, as people do")
    void countsCodePoints() {
        var form = form("project", "new");
        form.setProjectName("🔑".repeat(100));

        assertThat(form.faults()).isEmpty();
    }

    @Test
    @DisplayName("wants a scope")
    void wantsScope() {
        var form = form();
        form.getScopes().replaceAll((scope, ticked) -> false);

        assertThat(form.faults()).extracting("field").containsExactly("scopes");
    }

    @ParameterizedTest
    @DisplayName("takes days from 1 to 3650 only, typed or sent by hand")
    @ValueSource(strings = {"", "0", "-1", "3651", "1.5", "1e3", "١", "99999999999", "x", "KEEP"})
    void checksDays(String days) {
        var typed = form("expiry", "CUSTOM");
        typed.setDays(days);

        assertThat(typed.faults()).extracting("field").containsExactly("days");
        assertThat(form("expiry", days).faults()).extracting("field").containsExactly("days");
    }

    @ParameterizedTest
    @DisplayName("takes days of one’s own")
    @ValueSource(strings = {"1", " 14 ", "3650"})
    void takesDays(String days) {
        var form = form("expiry", "CUSTOM");
        form.setDays(days);

        assertThat(form.faults()).isEmpty();
        assertThat(form.wish(null).expiresInDays()).isEqualTo(Integer.valueOf(days.strip()));
    }

    @Test
    @DisplayName("does not mind days that nobody asks for")
    void ignoresDays() {
        var form = form("expiry", "NEVER");
        form.setDays("x");

        assertThat(form.faults()).isEmpty();
        assertThat(form.wish(null).expiresInDays()).isNull();
    }

    private static CreateKeyForm form(String... namesAndValues) {
        var parameters = new HashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put("createKeyForm:" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return CreateKeyForm.of(parameters::get);
    }
}
