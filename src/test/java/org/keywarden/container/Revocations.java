package org.keywarden.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.ProviderKeyRevoked;

/** Listens to what providers are to be told, and may object. */
@ApplicationScoped
public class Revocations {

    private final List<ProviderKeyRevoked> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<KeyId>> objection =
            new AtomicReference<>(Optional.empty());

    void hear(@Observes ProviderKeyRevoked revocation) {
        heard.add(revocation);
        if (objection.get().equals(Optional.of(revocation.key()))) {
            throw new IllegalStateException("on purpose");
        }
    }

    public List<ProviderKeyRevoked> of(KeyId key) {
        return heard.stream().filter(revocation -> revocation.key().equals(key)).toList();
    }

    /** Fails from now on when it hears of this key. */
    public void objectTo(KeyId key) {
        objection.set(Optional.of(key));
    }
}
