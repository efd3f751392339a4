package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
@DisplayName("A resource that says nothing but its path")
class ForgetfulResourceIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @ArquillianResource URL server;

    @Test
    @DisplayName("is closed to anybody without a credential")
    void isClosed() throws Exception {
        for (var method : new String[] {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
            assertThat(status(method, "")).describedAs(method).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("asks a key for the scope of the HTTP method")
    void asksForScopes() throws Exception {
        var session = signIn();
        var reader = newKey(session, "read");
        var updater = newKey(session, "update");

        assertThat(status("GET", reader)).isEqualTo(200);
        assertThat(status("POST", reader)).isEqualTo(403);
        assertThat(status("PUT", reader)).isEqualTo(403);
        assertThat(status("PATCH", reader)).isEqualTo(403);
        assertThat(status("DELETE", reader)).isEqualTo(403);
        assertThat(status("PUT", updater)).isEqualTo(200);
        assertThat(status("PATCH", updater)).isEqualTo(200);
        assertThat(status("GET", updater)).isEqualTo(403);
    }

    @Test
    @DisplayName("is open to a session, which scopes do not bind")
    void isOpenToSessions() throws Exception {
        var session = signIn();

        assertThat(status("GET", session)).isEqualTo(200);
        assertThat(status("DELETE", session)).isEqualTo(200);
    }

    private String signIn() throws IOException, InterruptedException {
        var body = "{\"email\":\"admin@localhost\",\"password\":\"in-container-tests\"}";
        return post("api/v1/auth/login", "", body).get("token").asText();
    }

    private String newKey(String session, String scope) throws IOException, InterruptedException {
        var body = "{\"scopes\":[\"%s\"]}".formatted(scope);
        return post("api/v1/developer/keys", session, body).get("rawApiKey").asText();
    }

    private JsonNode post(String path, String token, String body)
            throws IOException, InterruptedException {
        var request = request(path, token).method("POST", BodyPublishers.ofString(body));
        return JSON.readTree(send(request).body());
    }

    private int status(String method, String token) throws IOException, InterruptedException {
        return send(request("api/v1/forgetful", token).method(method, BodyPublishers.noBody()))
                .statusCode();
    }

    private HttpRequest.Builder request(String path, String token) {
        var request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
