package org.keywarden.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.keywarden.access.AccountDirectory;
import org.keywarden.access.UserId;

/** Tells other modules how an account stands. */
@ApplicationScoped
class Standings implements AccountDirectory {

    @Inject AccountRepository repository;

    @Override
    public Optional<Standing> find(UserId user) {
        return repository
                .find(user)
                .map(account -> new Standing(account.toUser().role(), account.isSuspended()));
    }
}
