package org.keywarden.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A browser that goes to an issuer to sign in, and comes back.
 *
 * @param api the browser, without cookies
 * @param departure the answer that sent it there
 * @param cookie the value of the cookie that it got
 * @param otherCookies what it sends beside that
 * @param issuer what it says of who sent it back
 */
public record OidcTrip(Api api, Answer departure, String cookie, String otherCookies, URI issuer) {

    private static final String NAME = "keywarden-trip";

    /** Sets out. */
    public static OidcTrip begin(Api api, String to, URI issuer) {
        var departure = api.getOutside("/sign-in/oidc?to=" + encoded(to)).expect(303);
        var cookie = setCookie(departure, NAME).replaceFirst("^[^=]+=([^;]*);.*", "$1");
        var trip = new OidcTrip(api, departure, cookie, "", issuer);
        SeenSecrets.remember(cookie);
        SeenSecrets.remember(trip.state());
        SeenSecrets.remember(trip.nonce());
        return trip;
    }

    /** What an answer says of a cookie. */
    public static String setCookie(Answer answer, String name) {
        return answer.headersOf("Set-Cookie").stream()
                .filter(header -> header.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.headers().map().toString()));
    }

    public OidcTrip withCookie(String other) {
        return new OidcTrip(api, departure, other, otherCookies, issuer);
    }

    public OidcTrip withoutCookie() {
        return withCookie("");
    }

    /** The same with another cookie beside it. */
    public OidcTrip with(String pair) {
        return new OidcTrip(api, departure, cookie, pair, issuer);
    }

    /** The same from somewhere else. */
    public OidcTrip at(Api other) {
        return new OidcTrip(other, departure, cookie, otherCookies, issuer);
    }

    public URI authorization() {
        return URI.create(departure.header("Location"));
    }

    public String cookieHeader() {
        return setCookie(departure, NAME);
    }

    public String state() {
        return parameter("state");
    }

    public String nonce() {
        return parameter("nonce");
    }

    /** What it brings the issuer. */
    public String parameter(String name) {
        return Arrays.stream(authorization().getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.split("=", 2)[1], StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    /** Comes back with a code, as the issuer would have it. */
    public Answer comeBack(String code) {
        return returning("code", code, "state", state(), "iss", issuer.toString());
    }

    /** Comes back with these parameters, names and values in turn. */
    public Answer returning(String... parameters) {
        var query =
                IntStream.range(0, parameters.length / 2)
                        .mapToObj(i -> parameters[2 * i] + "=" + encoded(parameters[2 * i + 1]))
                        .collect(Collectors.joining("&"));
        return visit("/sign-in/oidc/callback?" + query);
    }

    /** Opens a page with the cookies. */
    public Answer visit(String path) {
        var cookies =
                Arrays.stream(
                                new String[] {
                                    cookie.isEmpty() ? "" : NAME + "=" + cookie, otherCookies
                                })
                        .filter(pair -> !pair.isEmpty())
                        .collect(Collectors.joining("; "));
        return (cookies.isEmpty() ? api : api.with("Cookie", cookies)).getOutside(path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
