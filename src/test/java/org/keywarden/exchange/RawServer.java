package org.keywarden.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/** A server on loopback that answers byte by byte as it is told, right or wrong. */
final class RawServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket socket;
    private final String scheme;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> cutOff = new CompletableFuture<>();
    private volatile Manner manner;

    /** How it answers a request. */
    interface Manner {
        void answer(Socket connection) throws IOException;
    }

    private RawServer(String scheme, ServerSocketFactory sockets, Manner manner) {
        this.scheme = scheme;
        this.manner = manner;
        try {
            socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    static RawServer that(Manner manner) {
        return new RawServer("http", ServerSocketFactory.getDefault(), manner);
    }

    static RawServer secured(ServerSocketFactory sockets, Manner manner) {
        return new RawServer("https", sockets, manner);
    }

    /** Answers with these bytes. */
    static Manner saying(String answer) {
        return connection ->
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Answers with a status and a JSON body. */
    static Manner answering(int status, String body) {
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        var head =
                "HTTP/1.1 %d As told\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                        .formatted(status, length);
        return connection ->
                connection.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    }

    /** From now on it answers differently. */
    void now(Manner other) {
        manner = other;
    }

    URI uri() {
        return uri("127.0.0.1");
    }

    URI uri(String host) {
        return URI.create(scheme + "://" + host + ":" + socket.getLocalPort());
    }

    /** What it was sent until now, head and body. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    int connections() {
        return connections.size();
    }

    /** Completes when a connection was closed on it while it answered. */
    CompletableFuture<Boolean> cutOff() {
        return cutOff;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (!socket.isClosed()) {
            var connection = socket.accept();
            connections.add(connection);
            inBackground(() -> serve(connection));
        }
    }

    private void serve(Socket connection) throws IOException {
        try (connection) {
            while (!connection.isClosed()) {
                var request = read(connection.getInputStream());
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request);
                manner.answer(connection);
            }
        } catch (SocketException e) {
            cutOff.complete(true);
            throw e;
        }
    }

    /** Empty at the end of the stream. */
    private static String read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        var text = head.toString(StandardCharsets.ISO_8859_1);
        var length = LENGTH.matcher(text);
        return length.find()
                ? text
                        + new String(
                                in.readNBytes(Integer.parseInt(length.group(1))),
                                StandardCharsets.UTF_8)
                : text;
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Ends when somebody closes what it waits for. */
    private static void inBackground(Work work) {
        var thread =
                new Thread(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException e) {
                                return;
                            }
                        },
                        "server of a test");
        thread.setDaemon(true);
        thread.start();
    }
}
