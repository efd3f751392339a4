package org.keywarden.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the request at hand, as authentication found it. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;
    private boolean byCookie;

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

    /** Whether a cookie proved it, which a browser sends by itself, whoever makes it call. */
    public boolean isByCookie() {
        return byCookie;
    }

    /** Only authentication says who is calling; a rule of the architecture holds all others off. */
    public void become(Caller verified, boolean provedByCookie) {
        caller = verified;
        byCookie = provedByCookie;
    }
}
