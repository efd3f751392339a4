package org.keywarden.platform.http;

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

    /** The most bytes that a body may have. */
    static final long MAX_BYTES = 1024L * 1024;

    @Context HttpHeaders headers;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (headers.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        context.setInputStream(new LimitedStream(context.getInputStream()));
        return context.proceed();
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                413, "PAYLOAD_TOO_LARGE", "The body has more than %d bytes.".formatted(MAX_BYTES));
    }

    private static class LimitedStream extends FilterInputStream {

        private long left = MAX_BYTES;

        LimitedStream(InputStream body) {
            super(body);
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
                throw tooLarge();
            }
        }
    }
}
