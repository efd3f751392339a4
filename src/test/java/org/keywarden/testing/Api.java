package org.keywarden.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keywarden.platform.json.ObjectMapperProducer;

/**
 * A client of the API: paths are relative to {@code /api/v1}, bodies are JSON. Every secret that an
 * answer shows is remembered in {@link SeenSecrets}. Unless told otherwise each request comes from an
 * address of its own, so that no test uses up the limits of another.
 *
 * @param server the address, without a path
 * @param headers sent with every request, names and values in turn
 */
public record Api(URI server, List<String> headers) {

    static final ObjectMapper JSON = ObjectMapperProducer.create();

    private static final String ADDRESS = "X-Forwarded-For";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(LIMIT)
                    .build();

    Api(URI server) {
        this(server, List.of());
    }

    /** The same client with another header. */
    public Api with(String name, String value) {
        return new Api(server, Stream.concat(headers.stream(), Stream.of(name, value)).toList());
    }

    /** The same client without a header. */
    public Api without(String name) {
        var kept = new ArrayList<String>();
        for (int i = 0; i < headers.size(); i += 2) {
            if (!headers.get(i).equalsIgnoreCase(name)) {
                kept.addAll(headers.subList(i, i + 2));
            }
        }
        return new Api(server, List.copyOf(kept));
    }

    /** The same client with a token or an API key. */
    public Api as(String credential) {
        return with("Authorization", "Bearer " + credential);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return sendJson("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return sendJson("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Sends a body as JSON, text as it is. */
    public Answer sendJson(String method, String path, Object body) {
        return with("Content-Type", "application/json")
                .send(method, path, BodyPublishers.ofString(json(body)));
    }

    public Answer send(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    public Answer send(String method, String path, BodyPublisher body) {
        return sendTo("/api/v1" + path, method, body);
    }

    /** Reads what lies outside of the API. */
    public Answer getOutside(String path) {
        return sendTo(path, "GET", BodyPublishers.noBody());
    }

    /** Sends anything to what lies outside of the API. */
    public Answer sendOutside(String method, String path, BodyPublisher body) {
        return sendTo(path, method, body);
    }

    /** Sends a form to what lies outside of the API. */
    public Answer postForm(String path, Map<String, Object> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return with("Content-Type", "application/x-www-form-urlencoded")
                .sendTo(path, "POST", BodyPublishers.ofString(body));
    }

    private static String encoded(Object text) {
        return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
    }

    /** A JSON text. */
    public static String json(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same client at one address, as the server's trusted proxy tells it. */
    public Api from(String address) {
        return with(ADDRESS, address);
    }

    private boolean hasAddress() {
        return headers.stream().anyMatch(ADDRESS::equalsIgnoreCase);
    }

    /** Headers that make a client one of its own address. */
    public static Map<String, String> someAddress() {
        var random = ThreadLocalRandom.current();
        return Map.of(
                ADDRESS,
                "10.%d.%d.%d"
                        .formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
    }

    private Answer sendTo(String path, String method, BodyPublisher body) {
        var request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .method(method, body)
                        .timeout(LIMIT);
        var sent = hasAddress() ? headers : from(someAddress().get(ADDRESS)).headers();
        request.headers(sent.toArray(String[]::new));
        try {
            var answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
            SeenSecrets.lookAt(answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
