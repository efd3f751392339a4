package org.keywarden.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.crypto.Sha256;

/** The keys of the sandbox, as far as memory goes back. They open nothing but the sandbox. */
@ApplicationScoped
class SandboxKeys {

    private static final int MOST = 10_000;
    private static final int KEY_LENGTH = 40;
    private static final int ID_LENGTH = 20;
    private static final int USER_ID_LENGTH = 16;

    @Inject SecureRandoms random;

    private final Cache<String, KnownKey> byDigest =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final Cache<String, Boolean> revokedIds =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The answer to an exchange, the only one with the key itself. */
    record IssuedKey(
            @JsonProperty("api_key") String apiKey,
            @JsonProperty("user_id") String userId,
            @JsonProperty("id") String id) {

        /** Never the key. */
        @Override
        public String toString() {
            return "IssuedKey[" + id + "]";
        }
    }

    /** What the sandbox tells the holder of a key. */
    record KnownKey(
            @JsonProperty("id") String id,
            @JsonProperty("user_id") String userId,
            @JsonProperty("revoked") boolean revoked) {}

    /** Makes a key; the same account has the same user id every time. */
    IssuedKey issue(String account) {
        var digest = Sha256.hex("account " + account.toLowerCase(Locale.ROOT));
        var userId = "sbu_" + digest.substring(0, USER_ID_LENGTH);
        var key =
                new IssuedKey(
                        "sandbox_" + random.text(KEY_LENGTH),
                        userId,
                        "sbk_" + random.text(ID_LENGTH));
        byDigest.put(Sha256.hex(key.apiKey()), new KnownKey(key.id(), userId, false));
        return key;
    }

    Optional<KnownKey> find(String key) {
        return Optional.ofNullable(byDigest.getIfPresent(Sha256.hex(key))).map(this::asItStands);
    }

    /** Revokes a key, given by itself or by its id; one that is unknown is as good as revoked. */
    void revoke(String keyOrId) {
        var id = find(keyOrId).map(KnownKey::id).orElse(keyOrId);
        if (id.matches("sbk_[0-9A-Za-z]{" + ID_LENGTH + "}")) {
            revokedIds.put(id, true);
        }
    }

    private KnownKey asItStands(KnownKey key) {
        var revoked = revokedIds.getIfPresent(key.id()) != null;
        return new KnownKey(key.id(), key.userId(), revoked);
    }
}
