package org.keywarden.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.sandbox.SandboxKeys.KnownKey;

@DisplayName("A key of the sandbox")
class SandboxKeysTest {

    private final SandboxKeys keys = new SandboxKeys();

    @BeforeEach
    void open() {
        keys.random = new SecureRandoms();
    }

    @Test
    @DisplayName("looks like a provider's, and belongs to the account that signed in")
    void looksReal() {
        var key = keys.issue("Anna");

        assertThat(key.apiKey()).matches("sandbox_[0-9A-Za-z]{40}");
        assertThat(key.id()).matches("sbk_[0-9A-Za-z]{20}");
        assertThat(key.userId())
                .matches("sbu_[0-9a-f]{16}")
                .isEqualTo(keys.issue("anna").userId())
                .isNotEqualTo(keys.issue("ben").userId());
        assertThat(key.toString()).doesNotContain(key.apiKey().substring(8));
        assertThat(keys.find(key.apiKey())).contains(new KnownKey(key.id(), key.userId(), false));
    }

    @Test
    @DisplayName("is revoked by itself or by its id, and no other with it")
    void isRevoked() {
        var byKey = keys.issue("anna");
        var byId = keys.issue("anna");
        var kept = keys.issue("anna");

        keys.revoke(byKey.apiKey());
        keys.revoke(byId.id());
        keys.revoke(byId.id());
        keys.revoke("sbk_nonsense");
        keys.revoke("");

        assertThat(keys.find(byKey.apiKey())).map(KnownKey::revoked).contains(true);
        assertThat(keys.find(byId.apiKey())).map(KnownKey::revoked).contains(true);
        assertThat(keys.find(kept.apiKey())).map(KnownKey::revoked).contains(false);
        assertThat(keys.find("sandbox_" + "x".repeat(40))).isEmpty();
    }
}
