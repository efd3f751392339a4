package org.keywarden.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.Provider;

/**
 * Talks HTTP to servers that are not trusted: for a limited time whatever they do, and reading no
 * more than 64 KiB. ADR 26.
 */
@ApplicationScoped
class ProviderHttp {

    /** How long any provider may take at most, from the first look-up of its name to the last byte. */
    static final Duration LIMIT = Duration.ofSeconds(Endpoints.MAX_TIMEOUT_SECONDS);

    static final int MAX_BYTES = 64 * 1024;

    /** How many calls may be under way at once, to whichever providers. */
    static final int MAX_CALLS = 100;

    @Inject Destinations destinations;
    @Inject ObjectMapper mapper;
    @Resource ManagedThreadFactory managedThreads;

    Duration limit = LIMIT;
    private @Nullable ExecutorService calls;
    private @Nullable CloseableHttpClient client;

    @PostConstruct
    void open() {
        open(managedThreads, SSLContexts.createSystemDefault());
    }

    /** Each call has a thread of its own, which is left behind if it hangs, as a name server can make it. */
    void open(ThreadFactory threads, SSLContext tls) {
        client = HardenedClient.of(destinations, tls);
        calls =
                new ThreadPoolExecutor(
                        0, MAX_CALLS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    @PreDestroy
    void close() {
        if (calls != null && client != null) {
            client.close(CloseMode.IMMEDIATE);
            calls.shutdownNow();
        }
    }

    /** Begins to talk to a provider; from now on it has as long as its entry says. */
    Conversation begin(Provider provider) {
        var own = Duration.ofSeconds(provider.endpoints().timeoutSeconds());
        return new Conversation(this, mapper, own.compareTo(limit) < 0 ? own : limit);
    }

    /**
     * What it answers within this time.
     *
     * @throws ExchangeFailedException if it does not, or at too great length
     */
    Answer send(Call call, Duration time) {
        destinations.check(call.url());
        var request = request(call);
        var answer = submit(request);
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause());
        } catch (TimeoutException e) {
            giveUp(request, answer);
            throw Failures.unreachable("It did not answer in time");
        } catch (InterruptedException e) {
            giveUp(request, answer);
            Thread.currentThread().interrupt();
            throw Failures.busy("Keywarden stopped while it was asked");
        }
    }

    /** Cuts the connection, and ends the thread wherever it is. */
    private static void giveUp(HttpUriRequestBase request, Future<Answer> answer) {
        request.cancel();
        answer.cancel(true);
    }

    private Future<Answer> submit(HttpUriRequestBase request) {
        if (calls == null || client == null) {
            throw new IllegalStateException("Not open");
        }
        var sender = client;
        try {
            return calls.submit(() -> sender.execute(request, answer -> read(request, answer)));
        } catch (RejectedExecutionException e) {
            throw Failures.busy("Too many calls to providers are under way");
        }
    }

    private static HttpUriRequestBase request(Call call) {
        var request = new HttpUriRequestBase(call.method(), call.url());
        request.setHeader(HttpHeaders.ACCEPT, Call.JSON);
        if (call.authorization() != null) {
            request.setHeader(HttpHeaders.AUTHORIZATION, call.authorization());
        }
        if (call.contentType() != null) {
            request.setEntity(
                    new ByteArrayEntity(
                            call.body().getBytes(StandardCharsets.UTF_8),
                            ContentType.parse(call.contentType())));
        }
        return request;
    }

    /** More than that is never read: the connection goes with it. */
    private static Answer read(HttpUriRequestBase request, ClassicHttpResponse answer)
            throws IOException {
        var entity = answer.getEntity();
        if (entity == null) {
            return new Answer(answer.getCode(), new byte[0]);
        }
        var isLarge = entity.getContentLength() > MAX_BYTES;
        var body = isLarge ? new byte[0] : entity.getContent().readNBytes(MAX_BYTES + 1);
        if (isLarge || body.length > MAX_BYTES) {
            request.cancel();
            throw Failures.unusable("Its answer is larger than 64 KiB");
        }
        return new Answer(answer.getCode(), body);
    }
}
