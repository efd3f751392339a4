package org.keywarden.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * An OpenID Connect issuer on a real HTTP server, which signs whatever a test wants it to. Each code gives its
 * ID token once.
 */
public final class FakeIssuer implements AutoCloseable {

    public static final String CLIENT = "keywarden & co";
    public static final String SECRET = "a secret: of the issuer's client + %";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private final Map<String, JWT> codes = new ConcurrentHashMap<>();
    private final List<Map<String, String>> exchanges = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final RSAKey key;

    private volatile int tokenStatus = 200;

    public FakeIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("fake-1").generate();
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            server = HttpServer.create(address, 0);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        publish("/.well-known/openid-configuration", metadata());
        publish("/keys", new JWKSet(key.toPublicJWK()).toString());
        server.createContext("/token", this::exchange);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public RSAKey key() {
        return key;
    }

    /** Publishes a document at a path. */
    public void publish(String path, String document) {
        server.createContext(path, call -> answer(call, 200, document));
    }

    /** Answers a path only when it is {@link #close closed}. */
    public void hold(String path) {
        server.createContext(
                path,
                call -> {
                    await();
                    answer(call, 200, "{}");
                });
    }

    /** What it says of itself. */
    public String metadata() {
        return Api.json(
                Account.fields(
                        "issuer",
                        uri().toString(),
                        "authorization_endpoint",
                        uri() + "/authorize?tenant=1",
                        "token_endpoint",
                        uri() + "/token",
                        "jwks_uri",
                        uri() + "/keys",
                        "response_types_supported",
                        List.of("code"),
                        "subject_types_supported",
                        List.of("public"),
                        "id_token_signing_alg_values_supported",
                        List.of("RS256"),
                        "authorization_response_iss_parameter_supported",
                        true));
    }

    /** Signs claims with its key. */
    public SignedJWT signed(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            SeenSecrets.remember(token.serialize());
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that gives this token, once. */
    public String codeFor(JWT token) {
        var code = "code-" + UUID.randomUUID();
        SeenSecrets.remember(code);
        codes.put(code, token);
        return code;
    }

    /** What it was sent with a code, each time. */
    public List<Map<String, String>> exchanges(String code) {
        return exchanges.stream().filter(form -> code.equals(form.get("code"))).toList();
    }

    /** Who asked it, as the header says, in the order of the calls. */
    public List<String> authorizations() {
        return authorizations;
    }

    /** How it answers whoever has a code. */
    public void answerCodesWith(int status) {
        tokenStatus = status;
    }

    private void exchange(HttpExchange call) throws IOException {
        var form = form(call);
        exchanges.add(form);
        authorizations.add(String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
        var token = codes.remove(form.getOrDefault("code", ""));
        if (tokenStatus != 200) {
            answer(call, tokenStatus, "{\"error\":\"server_error\"}");
        } else if (token == null) {
            answer(call, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            var fields =
                    Account.fields(
                            "access_token", "access-of-the-fake-issuer",
                            "token_type", "Bearer",
                            "id_token", token.serialize());
            answer(call, 200, Api.json(fields));
        }
    }

    private static Map<String, String> form(HttpExchange call) throws IOException {
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private void await() {
        try {
            if (!release.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Never released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
