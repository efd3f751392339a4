package org.keywarden.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.Role;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.KeywardenDataSource;
import org.keywarden.platform.event.DomainEvent;

/**
 * The callers' own profiles. Each page reads one, some several times: so it takes one plain statement,
 * without a transaction, and is remembered for less than a second.
 */
@ApplicationScoped
public class Profiles {

    private static final String BY_ID =
            "select id, email, name, role, locale, theme from account where id = ?";

    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration REMEMBERED = Duration.ofMillis(900);

    @Resource(lookup = KeywardenDataSource.JNDI_NAME)
    DataSource database;

    @Inject AccountChanges changes;

    private final Cache<String, Profile> profiles =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    /**
     * The caller's profile. A change counts at once on the node that made it, and within the second on
     * the others.
     *
     * @throws UnauthenticatedException if there is no such account
     */
    public Profile of(Caller caller) {
        return Optional.ofNullable(profiles.get(caller.user().value(), this::load))
                .orElseThrow(() -> new UnauthenticatedException(true));
    }

    private @Nullable Profile load(String id) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(BY_ID)) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? profile(rows) : null;
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                new UserId(row.getString("id")),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("locale"),
                Theme.valueOf(row.getString("theme")));
    }

    /**
     * Changes the caller's profile; returns the new one.
     *
     * @throws UnauthenticatedException if there is no such account
     */
    public Profile change(Caller caller, ProfileChange change) {
        return changes.changeProfile(caller, change);
    }

    /** Whoever changed the account. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) DomainEvent changed) {
        profiles.invalidate(changed.target());
    }
}
