package org.keywarden.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A hand-off that a user has started.
 *
 * @param cookieName of the cookie that binds it to the browser
 * @param cookieValue its secret
 */
public record HandOff(
        Account user, String slug, Answer started, String cookieName, String cookieValue) {

    public static HandOff start(Account user, String slug) {
        var started = user.api().post(path(slug, "start")).expect(200);
        var handOff = of(user, slug, started);
        SeenSecrets.remember(handOff.state());
        return handOff;
    }

    private static HandOff of(Account user, String slug, Answer started) {
        var cookie = started.header("Set-Cookie").split("[=;]", 3);
        SeenSecrets.remember(cookie[1]);
        return new HandOff(user, slug, started, cookie[0], cookie[1]);
    }

    /** Starts one, and brings this token back to it in the browser. */
    public static HandOff complete(Account user, String slug, String token) {
        var handOff = start(user, slug);
        handOff.callback("token", token).expect(200);
        return handOff;
    }

    public String id() {
        return started.text("login_session_id");
    }

    public String authUrl() {
        return started.text("auth_url");
    }

    public String state() {
        return parameter("state");
    }

    /** A parameter of the address that the browser is sent to. */
    public String parameter(String name) {
        return Arrays.stream(URI.create(authUrl()).getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining(", "));
    }

    /** The browser, signed in nowhere: it has the cookie only. */
    public Api browser() {
        return stranger().with("Cookie", cookieName + "=" + cookieValue);
    }

    /** Another browser. */
    public Api stranger() {
        return user.api().without("Authorization");
    }

    public Answer redirect(Api browser) {
        return browser.get(path(slug, "redirect") + "?login_session_id=" + id());
    }

    /** Comes back in the browser, with its state and other parameters. */
    public Answer callback(String... namesAndValues) {
        return callback(browser(), namesAndValues);
    }

    public Answer callback(Api browser, String... namesAndValues) {
        var query = new StringBuilder("?state=" + state());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8);
            query.append('&').append(namesAndValues[i]).append('=').append(value);
        }
        return browser.get(path(slug, "callback") + query);
    }

    /** Polls as its user. */
    public Answer poll() {
        return poll(user.api());
    }

    public Answer poll(Api api) {
        return api.get(path(slug, "result") + "?login_session_id=" + id());
    }

    /** What polling says, without a key. */
    public String status() {
        var answer = poll().expect(200);
        assertThat(answer.has("access_token")).isFalse();
        return answer.text("status");
    }

    public static String path(String slug, String step) {
        return "/auth/providers/" + slug + "/" + step;
    }
}
