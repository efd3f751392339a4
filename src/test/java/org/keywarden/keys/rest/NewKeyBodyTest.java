package org.keywarden.keys.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.access.Scope;
import org.keywarden.keys.NewKey;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

@DisplayName("The wish for a key")
class NewKeyBodyTest {

    private static final String PROVIDER = "prv_0199d5f2c0de7abc8123456789abcdef";
    private static final String SESSION = "0".repeat(64);
    private static final String RAW = "sk_live_51H8xYzAbCdEf";

    @ParameterizedTest
    @DisplayName("is for a native one without a provider, where blank counts as none")
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void isNative(@Nullable String blank) {
        assertThat(body(blank, blank, blank).toWish().source()).isNull();
    }

    @ParameterizedTest
    @DisplayName("names a hand-off with its provider, trimmed, where a blank key counts as none")
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void namesHandOff(@Nullable String blank) {
        assertThat(body(" " + PROVIDER, blank, SESSION + " ").toWish().source())
                .isEqualTo(NewKey.Source.handOff(PROVIDER, SESSION));
    }

    @Test
    @DisplayName("brings a key with its provider, trimmed")
    void bringsKey() {
        assertThat(body(PROVIDER, " " + RAW + "\n", " ").toWish().source())
                .isEqualTo(NewKey.Source.shown(PROVIDER, RAW));
        assertThat(body(PROVIDER, "!".repeat(8), null).toWish().source()).isNotNull();
        assertThat(body(PROVIDER, "~".repeat(512), null).toWish().source()).isNotNull();
    }

    @ParameterizedTest
    @DisplayName("is refused if its key cannot be one")
    @ValueSource(strings = {"1234567", " 1234567 ", "1234 678", "1234567\u00e9"})
    void refusesNoKey(String raw) {
        assertThat(fieldsRefused(body(PROVIDER, raw, null))).containsExactly("rawApiKey");
        assertThat(fieldsRefused(body(PROVIDER, "x".repeat(513), null)))
                .containsExactly("rawApiKey");
    }

    @Test
    @DisplayName("is refused with two sources, with none, and with one of no provider")
    void refusesContradictions() {
        assertThat(fieldsRefused(body(PROVIDER, RAW, SESSION))).containsExactly("loginSessionId");
        assertThat(fieldsRefused(body(PROVIDER, null, null))).containsExactly("loginSessionId");
        assertThat(fieldsRefused(body(PROVIDER, null, " "))).containsExactly("loginSessionId");
        assertThat(fieldsRefused(body(PROVIDER, " \n", ""))).containsExactly("loginSessionId");
        assertThat(fieldsRefused(body(null, RAW, null))).containsExactly("billingProviderId");
        assertThat(fieldsRefused(body(" ", null, SESSION))).containsExactly("billingProviderId");
    }

    @Test
    @DisplayName("shows no secret, not even to the log")
    void showsNoSecret() {
        var body = body(PROVIDER, RAW, null);

        assertThat(body.toString()).doesNotContain(RAW);
        assertThat(body.toWish().toString()).contains(PROVIDER).doesNotContain(RAW);
        assertThat(body(PROVIDER, null, SESSION).toWish().toString()).doesNotContain(SESSION);
    }

    private static List<String> fieldsRefused(NewKeyBody body) {
        var refusal = catchThrowableOfType(ValidationException.class, body::toWish);
        return ((List<?>) Objects.requireNonNull(refusal.members().get("violations")))
                .stream().map(violation -> ((Violation) violation).field()).toList();
    }

    private static NewKeyBody body(
            @Nullable String provider, @Nullable String raw, @Nullable String session) {
        return new NewKeyBody(
                null,
                null,
                null,
                null,
                List.of(Scope.READ),
                null,
                null,
                null,
                provider,
                raw,
                session);
    }
}
