package org.keywarden.platform.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.Serializable;

/** Runs outside {@code @Transactional} (200), so that each try has a transaction of its own. */
@Interceptor
@Retried
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
public class RetriedInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int TRIES = 5;

    @Inject transient DatabaseFailures failures;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    transient TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object tryAgain(InvocationContext call) throws Exception {
        for (int tried = 1; ; tried++) {
            try {
                return call.proceed();
            } catch (RuntimeException e) {
                if (tried == TRIES || isNested() || !failures.meanConflict(e)) {
                    throw e;
                }
            }
        }
    }

    /** Inside somebody else's transaction there is nothing to repeat: that one is lost. */
    private boolean isNested() {
        return transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
    }
}
