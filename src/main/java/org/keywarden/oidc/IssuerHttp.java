package org.keywarden.oidc;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Asks the issuer, each question once, for a limited time whatever it does, and reading no more than 64 KiB.
 * Unlike providers' its address is the operator's word, and not judged. Few questions at once, so that a
 * silent issuer leaves threads for everybody else.
 */
@ApplicationScoped
class IssuerHttp {

    /** From the look-up of its name to the last byte. */
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_CALLS = 8;

    @Resource ManagedThreadFactory threads;

    Duration limit = LIMIT;
    private @Nullable CloseableHttpClient client;
    private @Nullable ExecutorService calls;

    /**
     * What it answered.
     *
     * @param body at most 64 KiB
     */
    record IssuerAnswer(int status, String body) {}

    @PostConstruct
    void open() {
        open(threads);
    }

    /** Each question has a thread of its own, which is left behind if it hangs. */
    void open(ThreadFactory threads) {
        client = IssuerClient.of(LIMIT, MAX_CALLS);
        calls =
                new ThreadPoolExecutor(
                        0, MAX_CALLS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    @PreDestroy
    void close() {
        if (client != null && calls != null) {
            client.close(CloseMode.IMMEDIATE);
            calls.shutdownNow();
        }
    }

    /**
     * Sends one request.
     *
     * @throws NotSignedInException if there is no answer in time, or too long a one
     */
    IssuerAnswer send(HttpUriRequestBase request) {
        request.setHeader("Accept", "application/json");
        var answer = submit(request);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            giveUp(request, answer);
            throw NotSignedInException.unavailable("It did not answer in time");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            giveUp(request, answer);
            Thread.currentThread().interrupt();
            throw NotSignedInException.unavailable("Keywarden stopped while it was asked");
        }
    }

    private static NotSignedInException failure(@Nullable Throwable cause) {
        return cause instanceof NotSignedInException known
                ? known
                : NotSignedInException.unavailable(
                        "It cannot be reached"
                                + (cause == null ? "" : ": " + cause.getClass().getSimpleName()));
    }

    /** Cuts the connection, and ends the thread wherever it is. */
    private static void giveUp(HttpUriRequestBase request, Future<IssuerAnswer> answer) {
        request.cancel();
        answer.cancel(true);
    }

    private Future<IssuerAnswer> submit(HttpUriRequestBase request) {
        if (client == null || calls == null) {
            throw new IllegalStateException("Not open");
        }
        var sender = client;
        try {
            return calls.submit(() -> sender.execute(request, answer -> read(request, answer)));
        } catch (RejectedExecutionException e) {
            throw NotSignedInException.unavailable("It is being asked too much at once");
        }
    }

    /** More than that is never read: the connection goes with it. */
    private static IssuerAnswer read(HttpUriRequestBase request, ClassicHttpResponse answer)
            throws IOException {
        var entity = answer.getEntity();
        var body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            request.cancel();
            throw NotSignedInException.unavailable("Its answer is larger than 64 KiB");
        }
        return new IssuerAnswer(answer.getCode(), new String(body, StandardCharsets.UTF_8));
    }
}
