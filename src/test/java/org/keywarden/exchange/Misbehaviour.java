package org.keywarden.exchange;

import static org.keywarden.exchange.RawServer.answering;
import static org.keywarden.exchange.RawServer.saying;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.keywarden.exchange.ExchangeFailedException.Reason;

/** What a provider can do wrong, and what comes of it. */
@SuppressWarnings("ImmutableEnumChecker") // what answers has no state
enum Misbehaviour {
    NEVER_ANSWERS(Reason.UNREACHABLE, connection -> {}),
    HANGS_AFTER_HEADERS(
            Reason.UNREACHABLE,
            saying("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"api_key\"")),
    DRIPS_ITS_BODY(
            Reason.UNREACHABLE,
            connection -> drip(connection, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")),
    DRIPS_ITS_HEADERS(
            Reason.UNREACHABLE, connection -> drip(connection, "HTTP/1.1 200 OK\r\nX-Long: ")),
    CONTINUES_FOREVER(Reason.UNREACHABLE, Misbehaviour::continueForever),
    CLOSES_WITHOUT_A_WORD(Reason.UNREACHABLE, Socket::close),
    RESETS_THE_CONNECTION(Reason.UNREACHABLE, Misbehaviour::reset),
    ENDS_EARLY(
            Reason.UNREACHABLE,
            connection -> {
                saying("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}").answer(connection);
                connection.close();
            }),

    REDIRECTS_301(Reason.UNUSABLE, redirecting(301)),
    REDIRECTS_302(Reason.UNUSABLE, redirecting(302)),
    REDIRECTS_303(Reason.UNUSABLE, redirecting(303)),
    REDIRECTS_307(Reason.UNUSABLE, redirecting(307)),
    REDIRECTS_308(Reason.UNUSABLE, redirecting(308)),

    ANSWERS_400(Reason.REFUSED, answering(400, "{\"error\":\"PROVIDERS-WORD\"}")),
    ANSWERS_401(Reason.REFUSED, answering(401, "{\"error\":\"PROVIDERS-WORD\"}")),
    ANSWERS_401_WITH_A_CHALLENGE(
            Reason.REFUSED,
            saying(
                    "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"PROVIDERS-WORD\"\r\nContent-Length: 0\r\n\r\n")),
    ANSWERS_403(Reason.REFUSED, answering(403, "{\"error\":\"PROVIDERS-WORD\"}")),
    ANSWERS_404(Reason.REFUSED, answering(404, "<h1>PROVIDERS-WORD</h1>")),
    ANSWERS_429(Reason.UNWELL, answering(429, "{\"error\":\"PROVIDERS-WORD\"}")),
    ANSWERS_500(Reason.UNWELL, answering(500, "{\"api_key\":\"pk_PROVIDERS-WORD\"}")),
    ANSWERS_503(Reason.UNWELL, answering(503, "{\"api_key\":\"pk_PROVIDERS-WORD\"}")),
    ANSWERS_999(Reason.UNUSABLE, answering(999, "{\"api_key\":\"pk_PROVIDERS-WORD\"}")),

    SAYS_NOTHING_204(Reason.UNUSABLE, saying("HTTP/1.1 204 Nothing\r\n\r\n")),
    SAYS_NOTHING_200(Reason.UNUSABLE, answering(200, "")),
    ANSWERS_HTML(
            Reason.UNUSABLE,
            answering(200, "<html><script>alert('PROVIDERS-WORD')</script></html>")),
    ANSWERS_AN_ARRAY(Reason.UNUSABLE, answering(200, "[{\"api_key\":\"pk_PROVIDERS-WORD\"}]")),
    ANSWERS_A_NUMBER(Reason.UNUSABLE, answering(200, "42")),
    ANSWERS_A_TEXT(Reason.UNUSABLE, answering(200, "\"pk_PROVIDERS-WORD\"")),
    ANSWERS_NULL(Reason.UNUSABLE, answering(200, "null")),
    ANSWERS_TWICE(
            Reason.UNUSABLE, answering(200, "{\"api_key\":\"pk_PROVIDERS-WORD\"} {\"api_key\":1}")),
    REPEATS_A_FIELD(
            Reason.UNUSABLE,
            answering(
                    200, "{\"api_key\":\"pk_PROVIDERS-WORD\",\"api_key\":\"pk_PROVIDERS-OTHER\"}")),
    BREAKS_ITS_JSON_OFF(Reason.UNUSABLE, answering(200, "{\"api_key\":\"pk_PROVIDERS-WORD")),
    NESTS_DEEPLY(
            Reason.UNUSABLE,
            answering(200, "{\"x\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")),
    COUNTS_FAR(Reason.UNUSABLE, answering(200, "{\"id\":1" + "0".repeat(30_000) + "}")),
    HAS_A_RAW_NUL(Reason.UNUSABLE, answering(200, "{\"api_key\":\"pk_PROVIDERS\0WORD\"}")),
    HAS_WRONG_UTF_8(
            Reason.UNUSABLE,
            saying(
                    "HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n{\"api_key\":\"pk_PROVIDERS\u00ff\"}")),

    HAS_NO_KEY(Reason.UNUSABLE, answering(200, "{}")),
    HAS_A_KEY_OF_NULL(Reason.UNUSABLE, key("null")),
    HAS_A_BLANK_KEY(Reason.UNUSABLE, key("\" \\t \"")),
    HAS_A_SHORT_KEY(Reason.UNUSABLE, key("\"1234567\"")),
    HAS_A_LONG_KEY(Reason.UNUSABLE, key("\"" + "k".repeat(513) + "\"")),
    HAS_A_KEY_WITH_A_SPACE(Reason.UNUSABLE, key("\"pk_PROVIDERS WORD\"")),
    HAS_A_KEY_WITH_A_LINE_END(Reason.UNUSABLE, key("\"pk_PROVIDERS\\r\\nSet-Cookie: x\"")),
    HAS_A_KEY_WITH_NUL(Reason.UNUSABLE, key("\"pk_PROVIDERS\\u0000\"")),
    HAS_A_KEY_WITH_AN_ACCENT(Reason.UNUSABLE, key("\"pk_PROVIDERS\\u00e9\"")),
    HAS_A_NUMBER_FOR_A_KEY(Reason.UNUSABLE, key("1234567890")),
    HAS_AN_OBJECT_FOR_A_KEY(Reason.UNUSABLE, key("{\"api_key\":\"pk_PROVIDERS-WORD\"}")),

    ANNOUNCES_TOO_MUCH(
            Reason.UNUSABLE, saying("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n{")),
    SENDS_64_KIB_AND_A_BYTE(
            Reason.UNUSABLE,
            answering(200, "{\"api_key\":\"pk_PROVIDERS-WORD\"}" + " ".repeat(64 * 1024 - 30))),
    SENDS_CHUNKS_WITHOUT_END(
            Reason.UNUSABLE,
            connection ->
                    flood(
                            connection,
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                            "1\r\n \r\n")),
    SENDS_WITHOUT_END(
            Reason.UNUSABLE, connection -> flood(connection, "HTTP/1.1 200 OK\r\n\r\n", " ")),
    SENDS_A_HEADER_WITHOUT_END(
            Reason.UNUSABLE, connection -> flood(connection, "HTTP/1.1 200 OK\r\nX: ", "x")),
    SENDS_HEADERS_WITHOUT_END(
            Reason.UNUSABLE, connection -> flood(connection, "HTTP/1.1 200 OK\r\n", "X: y\r\n")),
    SENDS_A_GZIP_BOMB(Reason.UNUSABLE, Misbehaviour::bomb),
    SPEAKS_ANOTHER_PROTOCOL(
            Reason.UNUSABLE,
            connection -> {
                saying("SSH-2.0-PROVIDERS-WORD\r\n".repeat(20)).answer(connection);
                connection.close();
            }),
    /** Which is skipped, as the next line might be a good one. */
    HAS_A_BAD_STATUS(Reason.UNREACHABLE, saying("HTTP/1.1 abc OK\r\n\r\n")),
    HAS_A_BAD_LENGTH(Reason.UNUSABLE, saying("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}")),
    HAS_BAD_CHUNKS(
            Reason.UNUSABLE,
            saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n"));

    /** Fast enough that no silence of the connection ends it, and slower than any test waits. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    final Reason reason;
    final RawServer.Manner manner;

    Misbehaviour(Reason reason, RawServer.Manner manner) {
        this.reason = reason;
        this.manner = manner;
    }

    private static RawServer.Manner redirecting(int status) {
        return saying(
                "HTTP/1.1 %d There\r\nLocation: /elsewhere?PROVIDERS-WORD\r\nContent-Length: 0\r\n\r\n"
                        .formatted(status));
    }

    private static RawServer.Manner key(String json) {
        return answering(200, "{\"api_key\":" + json + ",\"user_id\":\"PROVIDERS-WORD\"}");
    }

    /** One byte at a time, for as long as somebody listens. */
    static void drip(Socket connection, String head) throws IOException {
        drip(connection, head, PAUSE_NANOS);
    }

    static void drip(Socket connection, String head, long pauseNanos) throws IOException {
        saying(head).answer(connection);
        while (true) {
            LockSupport.parkNanos(pauseNanos);
            connection.getOutputStream().write(' ');
        }
    }

    private static void flood(Socket connection, String head, String again) throws IOException {
        saying(head).answer(connection);
        var more = saying(again.repeat(1_000));
        while (true) {
            more.answer(connection);
        }
    }

    private static void continueForever(Socket connection) throws IOException {
        while (true) {
            saying("HTTP/1.1 100 Continue\r\n\r\n").answer(connection);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void reset(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    /** 30 MB of spaces in 30 kB. */
    private static void bomb(Socket connection) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            zipped.write(
                    "{\"api_key\":\"pk_PROVIDERS-WORD\",\"x\":\"".getBytes(StandardCharsets.UTF_8));
            var spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 30; i++) {
                zipped.write(spaces);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        saying(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                                .formatted(bytes.size()))
                .answer(connection);
        connection.getOutputStream().write(bytes.toByteArray());
    }
}
