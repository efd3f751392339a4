package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
@DisplayName("What fails outside of the API")
class FailingPagesIT {

    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 429, 500, 503);
    private static final List<String> LANGUAGES =
            List.of("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru");

    @ArquillianResource URL server;

    @Test
    @DisplayName("is told to people by a page in their language")
    void tellsPeople() throws Exception {
        for (var status : STATUSES) {
            var titles = new HashSet<String>();
            for (var language : LANGUAGES) {
                var page = ask(status, "Accept", "text/html", "Accept-Language", language);
                assertIsPage(page, status, language);
                titles.add(page.body().replaceFirst("(?s).*<h1>(.*?)</h1>.*", "$1"));
            }
            assertThat(titles).as("titles of " + status).hasSameSizeAs(LANGUAGES);
        }
    }

    private static void assertIsPage(HttpResponse<String> page, int status, String language) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(header(page, "Content-Language")).isEqualTo(language);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(page.body())
                .contains("<html lang=\"" + language + "\">", header(page, "X-Request-Id"))
                .doesNotContain("not foreseen", "no route", "As you wished", "???", "{{");
    }

    @Test
    @DisplayName("is told to programs, and to the scripts of pages, by a problem")
    void tellsPrograms() throws Exception {
        for (var status : STATUSES) {
            assertIsProblem(ask(status, "Accept", "application/json"), status);
            assertIsProblem(ask(status, "Accept", "*/*"), status);
            assertIsProblem(
                    ask(status, "Accept", "text/html", "Faces-Request", "partial/ajax"), status);
        }
    }

    private static void assertIsProblem(HttpResponse<String> answer, int status)
            throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        var problem = HttpClientOfTests.json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("requestId").asText()).isEqualTo(header(answer, "X-Request-Id"));
    }

    private HttpResponse<String> ask(int status, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + "fails/" + status));
        return HttpClient.newHttpClient()
                .send(request.headers(headers).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
