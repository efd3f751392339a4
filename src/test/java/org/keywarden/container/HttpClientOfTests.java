package org.keywarden.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ThreadLocalRandom;

/** Speaks to the server as anybody does. */
record HttpClientOfTests(URL server) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    String signIn() throws IOException, InterruptedException {
        var body = "{\"email\":\"admin@localhost\",\"password\":\"in-container-tests\"}";
        return json(send("POST", "auth/login", "", body)).get("token").asText();
    }

    String newKey(String session, String scope) throws IOException, InterruptedException {
        var body = "{\"scopes\":[\"%s\"]}".formatted(scope);
        return json(send("POST", "developer/keys", session, body)).get("rawApiKey").asText();
    }

    HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server + "api/v1/" + path))
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-For", someAddress())
                        .method(method, BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Each request comes from somewhere else: limits are tested elsewhere. */
    private static String someAddress() {
        return "10.0.0." + ThreadLocalRandom.current().nextInt(256);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
