package org.keywarden.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds the kind of a credential and has it verified. */
@ApplicationScoped
class Authentication {

    @Inject Instance<CredentialVerifier> verifiers;

    /** The caller behind a credential; empty if no kind claims it or it is not good. */
    Optional<Caller> verify(Credential credential) {
        if (!credential.isReadable()) {
            return Optional.empty();
        }
        return verifiers.stream()
                .filter(credential::suits)
                .findFirst()
                .flatMap(verifier -> verifier.verify(credential.text()));
    }
}
