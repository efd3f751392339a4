package org.keywarden.handoffs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keywarden.providers.ExchangeStyle;

/**
 * What a browser brings back from a provider.
 *
 * @param state which hand-off it belongs to
 * @param token what the token style brings, or {@code null}
 * @param code what the authorization code style brings, or {@code null}
 * @param error why there is neither, or {@code null} (RFC 6749, 4.1.2.1)
 * @param issuer who says so, or {@code null} (RFC 9207)
 */
public record Return(
        String state,
        @Nullable String token,
        @Nullable String code,
        @Nullable String error,
        @Nullable String issuer) {

    private static final Pattern STATE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern CREDENTIAL = Pattern.compile("[!-~]{1,4096}");
    private static final Pattern ERROR = Pattern.compile("[ -~]{1,255}");
    private static final Pattern ISSUER = Pattern.compile("[!-~]{1,2048}");
    private static final String DENIED = "access_denied";

    /**
     * Reads the parameters of a callback.
     *
     * @return empty if one that matters is missing, repeated or nothing that a provider would send
     */
    public static Optional<Return> of(Map<String, List<String>> parameters) {
        var state = one(parameters, "state", STATE);
        var token = one(parameters, "token", CREDENTIAL);
        var code = one(parameters, "code", CREDENTIAL);
        var error = one(parameters, "error", ERROR);
        var issuer = one(parameters, "iss", ISSUER);
        var all = List.of(state, token, code, error, issuer);
        if (state.text() == null || all.stream().anyMatch(Parameter::isBad)) {
            return Optional.empty();
        }
        if (token.text() == null && code.text() == null && error.text() == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Return(state.text(), token.text(), code.text(), error.text(), issuer.text()));
    }

    private record Parameter(@Nullable String text, boolean isBad) {}

    private static Parameter one(
            Map<String, List<String>> parameters, String name, Pattern pattern) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return new Parameter(null, false);
        }
        var value = values.get(0);
        var good = values.size() == 1 && value != null && pattern.matcher(value).matches();
        return new Parameter(good ? value : null, !good);
    }

    boolean isError() {
        return error != null;
    }

    /** Whether the user refused, and not the provider. */
    boolean isDenial() {
        return DENIED.equals(error);
    }

    /** What a provider of this style takes for a key, or {@code null} if it did not send that. */
    @Nullable String credential(ExchangeStyle style) {
        return style == ExchangeStyle.TOKEN ? token : code;
    }

    /** Never the token or the code. */
    @Override
    public String toString() {
        return "Return";
    }
}
