package org.keywarden.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A server on loopback that answers by path, and 404 on all others. */
final class Site implements AutoCloseable {

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    private record Page(int status, String body) {}

    /**
     * A request.
     *
     * @param line method and path
     * @param authorization the header, or {@code null}
     */
    record Visit(String line, @Nullable String authorization, String body) {}

    Site() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers with that from now on; quotes may be single. */
    Site with(String path, int status, String body) {
        pages.put(
                path, new Page(status, body.replace('\'', '"').replace("HERE", uri().toString())));
        return this;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI uri(String path) {
        return URI.create(uri() + path);
    }

    List<Visit> visits() {
        return List.copyOf(visits);
    }

    /** Methods and paths, in their order. */
    List<String> lines() {
        return visits.stream().map(Visit::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        var path = call.getRequestURI().toString();
        visits.add(
                new Visit(
                        call.getRequestMethod() + " " + path,
                        call.getRequestHeaders().getFirst("Authorization"),
                        new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var page = pages.getOrDefault(path, new Page(404, "<h1>Not here</h1>"));
        var body = page.body().getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(page.status(), body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
