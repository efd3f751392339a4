package org.keywarden.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.platform.problem.ProblemException;

@DisplayName("A body")
class BodyLimitTest {

    private static final int UNKNOWN = -1;
    private static final int MEBIBYTE = 1024 * 1024;

    @ParameterizedTest(name = "{0} bytes")
    @DisplayName("of up to one mebibyte is read as a whole, announced or not")
    @ValueSource(ints = {0, 1, 8192, MEBIBYTE - 1, MEBIBYTE})
    void isRead(int size) {
        assertThat(read(size, size, BodyLimitTest::allBytes)).isEqualTo(size);
        assertThat(read(UNKNOWN, size, BodyLimitTest::allBytes)).isEqualTo(size);
        assertThat(read(UNKNOWN, size, BodyLimitTest::byteByByte)).isEqualTo(size);
    }

    @Test
    @DisplayName("is refused by its announced length, unread")
    void isRefusedUnread() {
        var refusal =
                refusal(
                        MEBIBYTE + 1,
                        0,
                        body -> {
                            throw new AssertionError("was read");
                        });

        assertThat(refusal.status()).isEqualTo(413);
        assertThat(refusal.errorCode()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    @DisplayName("is refused as soon as it has grown too long")
    void isRefusedWhenGrown() {
        assertThat(refusal(UNKNOWN, MEBIBYTE + 1, BodyLimitTest::allBytes).status()).isEqualTo(413);
        assertThat(refusal(UNKNOWN, MEBIBYTE + 1, BodyLimitTest::byteByByte).status())
                .isEqualTo(413);
        assertThat(refusal(10, MEBIBYTE + 1, BodyLimitTest::allBytes).status()).isEqualTo(413);
    }

    @Test
    @DisplayName("has the limit of its route, if that has one of its own")
    void hasLimitOfRoute() throws IOException, NoSuchMethodException {
        var route = getClass().getDeclaredMethod("ofTwoMebibytes");

        assertThat(read(route, UNKNOWN, 2 * MEBIBYTE)).isEqualTo(2 * MEBIBYTE);
        assertThat(
                        catchThrowableOfType(
                                        ProblemException.class,
                                        () -> read(route, UNKNOWN, 2 * MEBIBYTE + 1))
                                .status())
                .isEqualTo(413);
        assertThat(
                        catchThrowableOfType(
                                ProblemException.class, () -> read(route, 2 * MEBIBYTE + 1, 0)))
                .hasMessageContaining("2097152");
    }

    @MaxBody(2 * MEBIBYTE)
    void ofTwoMebibytes() {}

    void ofTheUsualSize() {}

    private static ProblemException refusal(
            int announced, int size, Function<InputStream, Integer> reader) {
        var refusal =
                catchThrowableOfType(ProblemException.class, () -> read(announced, size, reader));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Object read(int announced, int size, Function<InputStream, Integer> reader) {
        try {
            var route = BodyLimitTest.class.getDeclaredMethod("ofTheUsualSize");
            return limit(route, announced)
                    .aroundReadFrom(context(new ByteArrayInputStream(new byte[size]), reader));
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read(Method route, int announced, int size) throws IOException {
        var body = new ByteArrayInputStream(new byte[size]);
        return limit(route, announced).aroundReadFrom(context(body, BodyLimitTest::allBytes));
    }

    private static BodyLimit limit(Method route, int announced) {
        var limit = new BodyLimit();
        limit.headers = headers(announced);
        limit.resource = resource(route);
        return limit;
    }

    private static ResourceInfo resource(Method route) {
        return new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                return route;
            }

            @Override
            public Class<?> getResourceClass() {
                return route.getDeclaringClass();
            }
        };
    }

    private static int allBytes(InputStream body) {
        try {
            return body.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int byteByByte(InputStream body) {
        try {
            int count = 0;
            while (body.read() >= 0) {
                count++;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpHeaders headers(int length) {
        return (HttpHeaders)
                Proxy.newProxyInstance(
                        BodyLimitTest.class.getClassLoader(),
                        new Class<?>[] {HttpHeaders.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isEqualTo("getLength");
                            return length;
                        });
    }

    private static ReaderInterceptorContext context(
            InputStream sent, Function<InputStream, Integer> reader) {
        var body = new AtomicReference<>(sent);
        return (ReaderInterceptorContext)
                Proxy.newProxyInstance(
                        BodyLimitTest.class.getClassLoader(),
                        new Class<?>[] {ReaderInterceptorContext.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getInputStream" -> body.get();
                                    case "setInputStream" ->
                                            body.getAndSet((InputStream) arguments[0]);
                                    case "proceed" -> reader.apply(body.get());
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
