package org.keywarden.authentication;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;

/**
 * A caller as the platform sees it: {@code SecurityContext.getUserPrincipal()}, with the claims that
 * MicroProfile JWT names.
 *
 * @see <a href="https://microprofile.io/specifications/microprofile-jwt-auth/">MicroProfile JWT</a>
 */
record CallerPrincipal(Caller caller) implements JsonWebToken {

    @Override
    public String getName() {
        return caller.user().value();
    }

    @Override
    public Set<String> getClaimNames() {
        return claims().keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface is so
    public <T> @Nullable T getClaim(String name) {
        return (T) claims().get(name);
    }

    private Map<String, Object> claims() {
        return Map.of(
                Claims.sub.name(), caller.user().value(),
                Claims.groups.name(), Set.of(caller.role().name()),
                Claims.jti.name(), caller.credentialId());
    }
}
