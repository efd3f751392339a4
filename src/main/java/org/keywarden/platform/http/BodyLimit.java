package org.keywarden.platform.http;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.keywarden.platform.problem.ProblemException;

/** Refuses a body that is too large: by its announced length, else as soon as it has grown too long. */
@Provider
public class BodyLimit implements ReaderInterceptor {

    /** The most bytes that a body may have, unless its route says {@link MaxBody}. */
    static final long MAX_BYTES = 1024L * 1024;

    @Context HttpHeaders headers;
    @Context ResourceInfo resource;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var most = most();
        if (headers.getLength() > most) {
            throw tooLarge(most);
        }
        context.setInputStream(new LimitedStream(context.getInputStream(), most));
        return context.proceed();
    }

    private long most() {
        var own = resource.getResourceMethod().getAnnotation(MaxBody.class);
        return own == null ? MAX_BYTES : own.value();
    }

    private static ProblemException tooLarge(long most) {
        return new ProblemException(
                413, "PAYLOAD_TOO_LARGE", "The body has more than %d bytes.".formatted(most));
    }

    private static class LimitedStream extends FilterInputStream {

        private final long most;
        private long left;

        LimitedStream(InputStream body, long most) {
            super(body);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var many = super.read(buffer, offset, length);
            count(Math.max(many, 0));
            return many;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge(most);
            }
        }
    }
}
