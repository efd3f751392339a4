package org.keywarden.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages of a {@link Keycloak}, who has cookies, and fills in forms. */
public final class KeycloakBrowser {

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    /** By name. The JDK's own jar would send them back in a form that browsers never used. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Signs in as {@link Keycloak#USER}; returns where Keycloak sends the browser back to. */
    public URI signIn(URI authorizationUri) {
        return left(signedIn(authorizationUri));
    }

    /** Signs in, but does not agree that the client may know who signed in. */
    public URI signInAndRefuse(URI authorizationUri) {
        return left(submit(signedIn(authorizationUri), Map.of("cancel", "No")));
    }

    private HttpResponse<String> signedIn(URI authorizationUri) {
        var page = send(HttpRequest.newBuilder(authorizationUri));
        return submit(page, Map.of("username", Keycloak.USER, "password", Keycloak.PASSWORD));
    }

    /** Where an answer sends the browser that is not Keycloak's. */
    private static URI left(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(answer.uri()::resolve)
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    /** The page's form, filled in; what follows inside Keycloak is followed. */
    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) {
        var action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError(page.statusCode() + ", no form: " + page.body());
        }
        var form =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request =
                HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return inside(send(request));
    }

    private HttpResponse<String> inside(HttpResponse<String> answer) {
        var there = answer.headers().firstValue("Location").map(answer.uri()::resolve);
        return there.filter(uri -> uri.getAuthority().equals(answer.uri().getAuthority()))
                .map(uri -> inside(send(HttpRequest.newBuilder(uri))))
                .orElse(answer);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        var cookie = header.split(";", 2)[0].split("=", 2);
        cookies.put(cookie[0], cookie[1]);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
