package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.keys.secret.ImportedForms;
import org.keywarden.verification.Code;
import org.keywarden.verification.Verifications;

@ExtendWith(ArquillianExtension.class)
@DisplayName("Verifying a key")
class VerificationStatementsIT {

    /** Well formed by its checksum, and nobody's. */
    private static final String UNKNOWN =
            "kw_0123456789abcdef_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf1sSRpe";

    @Inject Keys keys;
    @Inject Verifications verifications;
    @Inject ImportedForms forms;
    @Inject Database database;

    private Caller caller;

    @BeforeEach
    void signIn() {
        caller = database.newDeveloper();
    }

    @Test
    @DisplayName("takes one statement if it is good")
    void takesOneStatement() {
        var key = newKey();

        var statements = database.statementsDuring(() -> expect(key, Code.VALID));

        assertThat(statements)
                .singleElement()
                .asString()
                .startsWith("select ")
                .contains("key_digest");
    }

    @Test
    @DisplayName("takes one statement if nobody has it")
    void takesOneForUnknownKeys() {
        assertThat(database.statementsDuring(() -> expect(UNKNOWN, Code.NOT_FOUND))).hasSize(1);
    }

    @Test
    @DisplayName("takes none if it has a typo or is no key at all")
    void takesNoneForTypos() {
        var typo = newKey().replaceFirst(".$", "_");

        var statements =
                database.statementsDuring(
                        () -> {
                            expect(typo, Code.NOT_FOUND);
                            expect(UNKNOWN.replace('f', 'e'), Code.NOT_FOUND);
                            expect("", Code.NOT_FOUND);
                            expect("x".repeat(100_000), Code.NOT_FOUND);
                        });

        assertThat(statements).isEmpty();
    }

    @Test
    @DisplayName("takes one statement for all forms that were imported, two for a costly one")
    void takesOneForAllForms() {
        var key = newKey();
        var foreign = "sk_live_51H8xYzAbCdEf";
        var costly = "naap_0123456789abcdef_" + "0123456789abcdef".repeat(3);
        importForms("raw", "sha256", "naap-scrypt");

        try {
            assertThat(database.statementsDuring(() -> expect(key, Code.VALID))).hasSize(1);
            assertThat(database.statementsDuring(() -> expect(foreign, Code.NOT_FOUND))).hasSize(1);
            assertThat(database.statementsDuring(() -> expect(costly, Code.NOT_FOUND))).hasSize(2);
            assertThat(database.statementsDuring(() -> expect("a b c d e f g h", Code.NOT_FOUND)))
                    .isEmpty();
        } finally {
            database.update("delete from imported_key_form where form <> 'native'");
            forms.forget();
        }
    }

    private void importForms(String... names) {
        for (var name : names) {
            database.update("insert into imported_key_form (form) values (?)", name);
        }
        forms.forget();
    }

    private void expect(String key, Code code) {
        assertThat(verifications.verify(caller, key, Scope.READ).code()).isEqualTo(code);
    }

    private String newKey() {
        return keys.issue(
                        caller,
                        new NewKey(null, null, null, null, Set.of(Scope.READ), null, null, null))
                .rawApiKey();
    }
}
