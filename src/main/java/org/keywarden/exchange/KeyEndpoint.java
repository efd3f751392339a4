package org.keywarden.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keywarden.providers.Provider;

/** Where a provider gives a key to whoever has a token: {@code POST {apiBase}/v1/api-key}. */
@ApplicationScoped
class KeyEndpoint {

    private static final String BODY = "{\"name\":\"Keywarden\"}";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,512}");

    /** No control or format characters, no line ends, nothing unassigned, no half a surrogate pair. */
    private static final Pattern LABEL =
            Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]{1,255}");

    /**
     * Gets a key.
     *
     * @param token visible ASCII characters
     * @throws ExchangeFailedException if none is given
     */
    ProviderKey key(Provider provider, String token, Conversation conversation) {
        var url = URI.create(provider.endpoints().apiBase() + "/v1/api-key");
        var answer = conversation.askForObject(Call.post(url, "Bearer " + token, Call.JSON, BODY));
        var key =
                text(answer, "api_key", "apiKey", "key")
                        .filter(text -> KEY.matcher(text).matches())
                        .orElseThrow(() -> Failures.unusable("There is no key in its answer"));
        return new ProviderKey(
                key,
                label(text(answer, "user_id", "userId"), key),
                label(textOrNumber(answer, "id", "key_id", "keyId"), key));
    }

    /** What is kept and shown beside a key must not give it away. */
    private static @Nullable String label(Optional<String> text, String key) {
        return text.filter(label -> LABEL.matcher(label).matches() && !label.contains(key))
                .orElse(null);
    }

    private static Optional<String> text(ObjectNode answer, String... names) {
        return first(Stream.of(names).map(answer::path).filter(JsonNode::isTextual));
    }

    private static Optional<String> textOrNumber(ObjectNode answer, String... names) {
        return first(
                Stream.of(names)
                        .map(answer::path)
                        .filter(value -> value.isTextual() || value.isIntegralNumber()));
    }

    private static Optional<String> first(Stream<JsonNode> values) {
        return values.map(value -> value.asText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
