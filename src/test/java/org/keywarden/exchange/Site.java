package org.keywarden.exchange;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A server on loopback that answers by path, and 404 on all others. */
final class Site implements AutoCloseable {

    private static final Pattern AUTHORIZATION = Pattern.compile("\r\nAuthorization: (.*)\r\n");

    private final Map<String, RawServer.Manner> pages = new ConcurrentHashMap<>();
    private final RawServer server = RawServer.that(this::answer);

    /**
     * A request.
     *
     * @param line method and path
     * @param authorization the header, or {@code null}
     */
    record Visit(String line, @Nullable String authorization, String body) {}

    /** Answers with that from now on; quotes may be single. */
    Site with(String path, int status, String body) {
        var told = body.replace('\'', '"').replace("HERE", uri().toString());
        pages.put(path, RawServer.answering(status, told));
        return this;
    }

    URI uri() {
        return server.uri();
    }

    URI uri(String path) {
        return URI.create(uri() + path);
    }

    List<Visit> visits() {
        return server.requests().stream().map(Site::visit).toList();
    }

    /** Methods and paths, in their order. */
    List<String> lines() {
        return visits().stream().map(Visit::line).toList();
    }

    @Override
    public void close() {
        server.close();
    }

    /** One is asked after the other. */
    private void answer(Socket connection) throws IOException {
        var visits = visits();
        var path = visits.get(visits.size() - 1).line().split(" ", 2)[1];
        pages.getOrDefault(path, RawServer.answering(404, "<h1>Not here</h1>")).answer(connection);
    }

    private static Visit visit(String request) {
        var parts = request.split("\r\n\r\n", 2);
        var authorization = AUTHORIZATION.matcher(parts[0] + "\r\n");
        return new Visit(
                parts[0].split(" HTTP/", 2)[0],
                authorization.find() ? authorization.group(1) : null,
                parts[1]);
    }
}
