package org.keywarden.keys.secret;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;
import org.keywarden.platform.database.KeywardenDataSource;

/**
 * The forms of foreign keys that were ever imported, so that nobody searches for what cannot be
 * there. Remembered for less than a second: an import counts everywhere within the second.
 */
@ApplicationScoped
public class ImportedForms {

    private static final Duration REMEMBERED = Duration.ofMillis(900);

    private static final String LOCK =
            "select form from imported_key_form where form = 'native' for update";

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @PersistenceContext EntityManager entities;

    private final Cache<Class<?>, Set<ImportedForm>> known =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    /** Those that are known; asks the database about once a second, whoever calls. */
    public Set<ImportedForm> known() {
        return known.get(ImportedForm.class, type -> read());
    }

    /** Adds what is missing, as part of the transaction that brings keys of these forms. */
    public void add(Set<ImportedForm> forms) {
        for (var form : forms) {
            if (isMissing(form)) {
                entities.createNativeQuery("insert into imported_key_form (form) values (?1)")
                        .setParameter(1, form.stored())
                        .executeUpdate();
            }
        }
    }

    /**
     * Lets nobody else bring in foreign keys until this transaction ends. Two that bring in the same
     * keys would wait for each other on PostgreSQL, and on H2 fail again and again, as long as one of
     * them is at work.
     */
    public void takeTurn() {
        try (var lock = entities.unwrap(Connection.class).prepareStatement(LOCK);
                var row = lock.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("The row of the native form is gone");
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Makes the next caller read them again. */
    public void forget() {
        known.invalidateAll();
    }

    private boolean isMissing(ImportedForm form) {
        return entities.createNativeQuery("select form from imported_key_form where form = ?1")
                .setParameter(1, form.stored())
                .getResultList()
                .isEmpty();
    }

    private Set<ImportedForm> read() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select form from imported_key_form");
                var rows = query.executeQuery()) {
            var forms = EnumSet.noneOf(ImportedForm.class);
            while (rows.next()) {
                ImportedForm.of(rows.getString(1)).ifPresent(forms::add);
            }
            return forms;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
