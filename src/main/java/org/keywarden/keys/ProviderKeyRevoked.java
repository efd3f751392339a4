package org.keywarden.keys;

import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;
import org.keywarden.providers.ProviderId;

/**
 * A key that a provider issued was revoked here, so that it may be revoked there, too. Fired in the
 * transaction that revokes it, and again whenever somebody presents the key itself to have it revoked. No
 * domain event: the audit trail has that already.
 *
 * @param key which
 * @param provider who issued it
 * @param owner whose key it is
 * @param actor who revoked it
 * @param reference by which the provider knows it without having it, or {@code null}
 * @param raw the key itself if somebody presented it to have it revoked, else {@code null}
 */
public record ProviderKeyRevoked(
        KeyId key,
        ProviderId provider,
        UserId owner,
        UserId actor,
        @Nullable String reference,
        @Nullable String raw) {

    static ProviderKeyRevoked by(
            UserId actor, ApiKey key, Provenance origin, @Nullable String raw) {
        return new ProviderKeyRevoked(
                key.id(),
                origin.provider(),
                key.owner(),
                actor,
                origin.reference().orElse(null),
                raw);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ProviderKeyRevoked[" + key + "]";
    }
}
