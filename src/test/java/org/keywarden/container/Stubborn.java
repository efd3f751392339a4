package org.keywarden.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import org.keywarden.platform.database.Retried;

/** Fails as often as it is told, and notes the transaction of each try. */
@ApplicationScoped
public class Stubborn {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Retried
    @Transactional
    public void doIt(List<Object> tries, int failures, String sqlState) {
        tries.add(transactions.getTransactionKey());
        if (tries.size() <= failures) {
            throw new PersistenceException(new SQLException("try " + tries.size(), sqlState));
        }
    }
}
