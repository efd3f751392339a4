package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.keys.IssuedKey;
import org.keywarden.keys.KeyFilter;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.Keys;
import org.keywarden.keys.LeakedKeys;
import org.keywarden.keys.NewKey;
import org.keywarden.keys.secret.KeyHashes;
import org.keywarden.platform.paging.PageBounds;
import org.keywarden.projects.Projects;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.ProviderUses;
import org.keywarden.verification.Code;
import org.keywarden.verification.Verifications;

/** What came from a provider is made of a key of ours here: how it comes is tested elsewhere. */
@ExtendWith(ArquillianExtension.class)
@DisplayName("A key with a provider")
class ProviderKeysIT {

    private static final KeyFilter ALL = new KeyFilter(null, null, Set.of(), null);

    @Inject Keys keys;
    @Inject LeakedKeys leaked;
    @Inject KeyHashes hashes;
    @Inject Projects projects;
    @Inject Instance<ProviderUses> uses;
    @Inject Verifications verifications;
    @Inject Revocations revocations;
    @Inject Database database;

    private Caller caller;
    private ProviderId provider;

    @BeforeEach
    void prepare() {
        caller = database.newDeveloper();
        provider = newProvider();
    }

    @Test
    @DisplayName("has it told once when it is revoked, however often that is done")
    void tellsOnce() {
        var key = newProviderKey();

        keys.revoke(caller, key.key().id().value());
        keys.revoke(caller, key.key().id().value());

        var told = revocations.of(key.key().id());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).provider()).isEqualTo(provider);
        assertThat(told.get(0).owner()).isEqualTo(caller.user());
        assertThat(told.get(0).actor()).isEqualTo(caller.user());
        assertThat(told.get(0).reference()).isEqualTo("ref-1");
        assertThat(told.get(0).raw()).isNull();
    }

    @Test
    @DisplayName(
            "has it told again with the key itself if somebody found that after it was revoked")
    void tellsAgainWithLeakedKey() {
        var key = newProviderKey();
        keys.revoke(caller, key.key().id().value());

        leaked.revoke(caller, leaked.find(Set.of(key.rawApiKey())));

        assertThat(revocations.of(key.key().id()))
                .extracting(told -> told.raw())
                .containsExactly(null, key.rawApiKey());
    }

    @Test
    @DisplayName("has it told when its project is deleted")
    void tellsOfProjects() {
        var key = newProviderKey();
        var project = projects.of(caller.user()).get(0);

        projects.delete(caller, project.id().value(), true);

        assertThat(revocations.of(key.key().id())).hasSize(1);
    }

    @Test
    @DisplayName("has it told with the key itself if somebody found that, and nobody else sees it")
    void tellsWithLeakedKey() {
        var key = newProviderKey();
        var finder = database.newDeveloper();
        var found = leaked.find(Set.of(key.rawApiKey()));

        leaked.revoke(finder, found);

        var told = revocations.of(key.key().id());
        assertThat(told).hasSize(1);
        assertThat(told.get(0).raw()).isEqualTo(key.rawApiKey());
        assertThat(told.get(0).actor()).isEqualTo(finder.user());
        assertThat(told.get(0).toString() + found).doesNotContain(key.rawApiKey());
    }

    @Test
    @DisplayName("is not revoked if that cannot be noted for the provider")
    void isRevokedWithNote() {
        var key = newProviderKey();
        revocations.objectTo(key.key().id());

        assertThatThrownBy(() -> keys.revoke(caller, key.key().id().value()))
                .hasMessage("on purpose");

        assertThat(keys.get(caller.user(), key.key().id().value()).status())
                .isEqualTo(KeyStatus.ACTIVE);
    }

    @Test
    @DisplayName("is one of few: others tell nobody")
    void othersTellNobody() {
        var key = newKey();

        keys.revoke(caller, key.key().id().value());

        assertThat(revocations.of(key.key().id())).isEmpty();
    }

    @Test
    @DisplayName("keeps the provider in use, revoked too")
    void usesItsProvider() {
        assertThat(isInUse()).isFalse();

        var key = newProviderKey();
        assertThat(isInUse()).isTrue();
        keys.revoke(caller, key.key().id().value());

        assertThat(isInUse()).isTrue();
    }

    @Test
    @DisplayName("is listed with as many statements as many of them")
    void isListedAtOnce() {
        newProviderKey();
        var forOne = database.statementsDuring(this::list);
        for (int i = 0; i < 9; i++) {
            provider = newProvider();
            newProviderKey();
        }

        var forTen = database.statementsDuring(this::list);

        assertThat(keys.list(caller.user(), ALL, new PageBounds(1, 20)).rows())
                .hasSize(10)
                .allSatisfy(key -> assertThat(key.provider()).isNotNull());
        assertThat(forTen).hasSameSizeAs(forOne);
    }

    @Test
    @DisplayName("is verified with one statement, the first time and later")
    void isVerifiedWithOneStatement() {
        var key = newProviderKey();

        for (int i = 0; i < 2; i++) {
            assertThat(database.statementsDuring(() -> expect(key, Code.VALID))).hasSize(1);
        }
    }

    private void list() {
        keys.list(caller.user(), ALL, new PageBounds(1, 20));
    }

    private void expect(IssuedKey key, Code code) {
        assertThat(verifications.verify(caller, key.rawApiKey(), Scope.READ).code())
                .isEqualTo(code);
    }

    private IssuedKey newProviderKey() {
        var key = newKey();
        database.update(
                """
                update api_key set provider_id = ?, provider_key_reference = 'ref-1', key_hash = ?
                where id = ?
                """,
                provider.value(),
                hashes.hash(key.rawApiKey(), Duration.ofSeconds(10)),
                key.key().id().value());
        return key;
    }

    private IssuedKey newKey() {
        return keys.issue(
                caller, new NewKey(null, null, null, null, Set.of(Scope.READ), null, null, null));
    }

    private boolean isInUse() {
        return uses.stream().anyMatch(module -> module.inUse(provider));
    }

    private ProviderId newProvider() {
        var name = UUID.randomUUID().toString().replace("-", "");
        database.update(
                """
                insert into billing_provider (id, version, slug, display_name, description, icon, enabled,
                    sort_order, exchange, auth_url, api_base, created_at)
                values (?, 1, ?, 'A provider', '', '', false, 0, 'TOKEN', 'https://provider.test/a',
                    'https://provider.test', ?)
                """,
                "prv_" + name,
                "t-" + name,
                Timestamp.from(Instant.now()));
        return new ProviderId("prv_" + name);
    }
}
