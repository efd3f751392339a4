package org.keywarden.exchange;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;

/** The calls to a provider that one exchange needs. All together have as long as one of them alone. */
final class Conversation {

    private final ProviderHttp http;
    private final ObjectMapper mapper;
    private final long deadline;

    Conversation(ProviderHttp http, ObjectMapper mapper, Duration limit) {
        this.http = http;
        this.mapper = mapper;
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /**
     * Makes a call whose answer says nothing but that it went well.
     *
     * @throws ExchangeFailedException if it did not
     */
    void tell(Call call) {
        ask(call);
    }

    /**
     * Makes a call that is answered by a JSON object.
     *
     * @throws ExchangeFailedException if there is no answer, or another one
     */
    ObjectNode askForObject(Call call) {
        if (read(ask(call)) instanceof ObjectNode object) {
            return object;
        }
        throw Failures.unusable("Its answer is no JSON object");
    }

    private byte[] ask(Call call) {
        return http.send(call, Duration.ofNanos(deadline - System.nanoTime())).wanted();
    }

    private JsonNode read(byte[] body) {
        try {
            return mapper.reader()
                    .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(body);
        } catch (IOException e) {
            throw Failures.unusable("Its answer is not well-formed JSON");
        }
    }
}
