package org.keywarden.authentication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.keywarden.access.Caller;

/** Finds the kind of a credential and has it verified. */
@ApplicationScoped
class Authentication {

    @Inject Instance<CredentialVerifier> verifiers;

    /** The caller behind a credential; empty if none of the kinds that claim it finds it good. */
    Optional<Caller> verify(Credential credential) {
        if (!credential.isReadable()) {
            return Optional.empty();
        }
        return verifiers.stream()
                .filter(credential::suits)
                .flatMap(verifier -> verifier.verify(credential.text()).stream())
                .findFirst();
    }
}
