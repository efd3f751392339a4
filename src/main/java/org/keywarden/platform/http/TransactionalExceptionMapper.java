package org.keywarden.platform.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A commit that failed, before the server's own mapper throws it on. */
@Provider
@Priority(1)
public class TransactionalExceptionMapper implements ExceptionMapper<TransactionalException> {

    @Inject ProblemMapper problems;

    @Override
    public Response toResponse(TransactionalException thrown) {
        return problems.toResponse(thrown);
    }
}
