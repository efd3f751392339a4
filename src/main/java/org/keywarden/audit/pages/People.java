package org.keywarden.audit.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keywarden.access.Caller;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.UserId;
import org.keywarden.identity.Accounts;
import org.keywarden.identity.User;

/** The people whom a reader of the trail may know: administrators everybody, others themselves only. */
@RequestScoped
class People {

    @Inject Accounts accounts;
    @Inject CurrentCaller caller;

    /** The id of whom somebody means, by id or by e-mail address; what means nobody stays as it is. */
    String idOf(String idOrEmail) {
        return Optional.of(idOrEmail)
                .filter(text -> text.contains("@"))
                .flatMap(accounts::findByEmail)
                .map(User::id)
                .filter(this::mayBeKnown)
                .map(UserId::value)
                .orElse(idOrEmail);
    }

    /** Those of some ids, which need not be of people, by id. Asks once. */
    Map<String, User> among(Collection<String> ids) {
        var known =
                ids.stream()
                        .flatMap(id -> UserId.parse(id).stream())
                        .filter(this::mayBeKnown)
                        .collect(Collectors.toSet());
        return accounts.byId(known).entrySet().stream()
                .collect(Collectors.toMap(user -> user.getKey().value(), Map.Entry::getValue));
    }

    private boolean mayBeKnown(UserId id) {
        Caller reader = caller.get();
        return reader.isAdministrator() || reader.user().equals(id);
    }
}
