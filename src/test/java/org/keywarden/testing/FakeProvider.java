package org.keywarden.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A billing provider of the token style on a real HTTP server. What it does is decided by how the token
 * begins: {@code good-}, {@code refused-}, {@code broken-} (an error of its own), {@code html-} (a page with
 * a script), {@code emoji-} (a user of 255 of them), {@code held-} (no answer until {@link #release}).
 */
public final class FakeProvider implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> exchanged = new CopyOnWriteArrayList<>();
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    private volatile int revocationStatus = 200;

    public FakeProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/api-key", this::exchange);
        server.createContext("/revoke", this::revoke);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Adds it to the catalogue under a new name, which is returned. */
    public String register(Account administrator, Object... fields) {
        var slug = "fake-" + UUID.randomUUID().toString().substring(0, 12);
        var body =
                Account.fields(
                        "slug",
                        slug,
                        "displayName",
                        "Fake <b>provider</b>",
                        "exchange",
                        "token",
                        "authUrl",
                        uri() + "/sign-in?tenant=1",
                        "apiBase",
                        uri().toString());
        body.putAll(Account.fields(fields));
        administrator.api().post("/admin/billing-providers", body).expect(201);
        return slug;
    }

    /** The key for a token: always the same, so that tests know it. */
    public static String keyFor(String token) {
        return "fake_" + token.replace("-", "");
    }

    /** A token that begins so, and that nobody has used. */
    public static String token(String behaviour) {
        var token = behaviour + "-" + UUID.randomUUID();
        SeenSecrets.remember(token);
        SeenSecrets.remember(keyFor(token));
        return token;
    }

    /** How often a token was exchanged. */
    public long exchanges(String token) {
        return exchanged.stream().filter(token::equals).count();
    }

    /** What it was asked to revoke. */
    public List<String> revoked() {
        return revoked;
    }

    /** How it answers whoever wants a key revoked. */
    public void answerRevocationsWith(int status) {
        revocationStatus = status;
    }

    /** Lets go of all calls that it holds, also those to come. */
    public void release() {
        release.countDown();
    }

    private void exchange(HttpExchange call) throws IOException {
        var token =
                call.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
        exchanged.add(token);
        switch (token.substring(0, token.indexOf('-'))) {
            case "refused" -> answer(call, 401, "{\"error\":\"no such token " + token + "\"}");
            case "broken" -> answer(call, 500, "{\"error\":\"<script>alert(1)</script>\"}");
            case "html" -> answer(call, 200, "<html><script>alert('provider said')</script>");
            case "held" -> {
                await();
                answer(call, 200, good(token));
            }
            case "emoji" -> answer(call, 200, good(token).replace("customer-7", "🔑".repeat(255)));
            default -> answer(call, 200, good(token));
        }
    }

    private static String good(String token) {
        return """
               {"api_key": "%s", "user_id": "customer-7", "id": "ref-%s"}
               """
                .formatted(keyFor(token), token.substring(token.length() - 8));
    }

    private void await() {
        try {
            if (!release.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Never released");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void revoke(HttpExchange call) throws IOException {
        var form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        revoked.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
        answer(call, revocationStatus, "");
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        call.getRequestBody().readAllBytes();
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        release();
        server.stop(0);
        threads.shutdownNow();
    }
}
