package org.keywarden.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the request at hand, as authentication found it. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** Empty for an anonymous request. */
    public Optional<Caller> find() {
        return Optional.ofNullable(caller);
    }

    /**
     * The caller of a route that is not anonymous.
     *
     * @throws UnauthenticatedException if there is none
     */
    public Caller get() {
        return find().orElseThrow(() -> new UnauthenticatedException(false));
    }

    void set(Caller verified) {
        caller = verified;
    }
}
