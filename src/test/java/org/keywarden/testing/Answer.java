package org.keywarden.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** An answer of the server. Fields are named with dots: {@code key.project.name}. */
public record Answer(int status, HttpHeaders headers, String body) {

    Answer(HttpResponse<byte[]> response) {
        this(
                response.statusCode(),
                response.headers(),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    /** Fails with the whole answer if its status is another one. */
    public Answer expect(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** Fails with the whole answer if it is not this problem. */
    public Answer expectProblem(int expected, String errorCode) {
        expect(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("errorCode")).as(body).isEqualTo(errorCode);
        return this;
    }

    /** Fails with the whole answer if it does not name this field as invalid. */
    public Answer expectInvalid(String field) {
        expectProblem(400, "VALIDATION_FAILED");
        assertThat(texts("violations", "field")).as(body).contains(field);
        return this;
    }

    /** A header, or empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** All headers of a name. */
    public List<String> headersOf(String name) {
        return headers.allValues(name);
    }

    public boolean has(String field) {
        return body.startsWith("{") && !json().at(pointer(field)).isMissingNode();
    }

    public JsonNode get(String field) {
        var value = json().at(pointer(field));
        assertThat(value.isMissingNode()).as("no %s in %s", field, body).isFalse();
        return value;
    }

    public String text(String field) {
        return get(field).asText();
    }

    public Instant time(String field) {
        return Instant.parse(text(field));
    }

    /** One field of each member of a list. */
    public List<String> texts(String list, String field) {
        return StreamSupport.stream(get(list).spliterator(), false)
                .map(member -> member.at(pointer(field)).asText())
                .toList();
    }

    /** The members of a list of text. */
    public List<String> texts(String list) {
        return StreamSupport.stream(get(list).spliterator(), false).map(JsonNode::asText).toList();
    }

    public JsonNode json() {
        try {
            return Api.JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("Not JSON: " + body, e);
        }
    }

    private static String pointer(String field) {
        return "/" + field.replace('.', '/');
    }
}
