package org.keywarden.verification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.keywarden.keys.KeyDirectory;
import org.keywarden.keys.StoredKey;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.log.Log;

/**
 * Moves keys to the newest pepper, and imported digests to one of ours, when they are used, which is
 * the only time that the keys are there to be digested. Outside the request: what fails is tried at the next use.
 */
@ApplicationScoped
class DigestRenewal {

    private static final Log LOG = Log.of(DigestRenewal.class);

    @Resource ManagedExecutorService executor;
    @Inject KeyDirectory directory;

    void renew(StoredKey key, String presented) {
        executor.execute(
                () -> {
                    try {
                        directory.renewDigest(key.id(), presented);
                    } catch (RuntimeException e) {
                        LOG.warning(
                                "Digest not renewed",
                                "key",
                                key.id(),
                                "cause",
                                DatabaseFailures.rootOf(e));
                    }
                });
    }
}
