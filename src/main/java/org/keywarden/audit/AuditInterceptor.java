package org.keywarden.audit;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.Serializable;

/**
 * Writes what happened in a transaction as its last step: runs inside of {@code @Transactional}
 * (200), and lets the outermost call of a transaction do it. Not a synchronization: by then this
 * server takes a connection for none of the transaction's. ADR 19.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 250)
public class AuditInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject transient ChainRepository chain;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    transient TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object writeAtTheEnd(InvocationContext call) throws Exception {
        if (PendingEntries.of(transactions).isPresent()) {
            return call.proceed();
        }
        var pending = PendingEntries.begin(transactions);
        try {
            var result = call.proceed();
            pending.write(chain);
            return result;
        } catch (Exception e) {
            pending.abandon();
            throw e;
        } finally {
            pending.end();
        }
    }
}
