package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Set;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.projects.ProjectId;
import org.keywarden.projects.ProjectKeys;
import org.keywarden.projects.ProjectName;
import org.keywarden.projects.Projects;

/** What only a race shows from outside: the key comes after the project was found to have none. */
@ExtendWith(ArquillianExtension.class)
@DisplayName("When a project is deleted, a key that comes into it meanwhile")
class ReleasingKeysIT {

    @Inject Database database;
    @Inject Keys keys;
    @Inject Projects projects;
    @Inject ProjectKeys keysOfProjects;
    @Inject UserTransaction transaction;

    private Caller anna;
    private ProjectId shop;

    @BeforeEach
    void createProject() {
        anna = database.newDeveloper();
        shop = projects.create(anna, new ProjectName("Shop")).id();
    }

    @Test
    @DisplayName("works on and stays, if keys may not be revoked, and holds the project back")
    void staysActive() throws Exception {
        var late = newKey();
        var old = newKey();
        keys.revoke(anna, old);

        release(false);

        assertThat(read(late).status()).isEqualTo(KeyStatus.ACTIVE);
        assertThat(read(late).project()).isNotNull();
        assertThat(read(old).project()).isNull();
    }

    @Test
    @DisplayName("is revoked and leaves, if keys may be revoked")
    void isRevoked() throws Exception {
        var late = newKey();

        release(true);

        assertThat(read(late).status()).isEqualTo(KeyStatus.REVOKED);
        assertThat(read(late).project()).isNull();
    }

    private void release(boolean revoke) throws Exception {
        transaction.begin();
        keysOfProjects.release(shop, anna, revoke);
        transaction.commit();
    }

    private String newKey() {
        var wish = new NewKey(null, null, shop.value(), null, Set.of(Scope.READ), null, null, null);
        return keys.issue(anna, wish).key().id().value();
    }

    private KeySummary read(String key) {
        return keys.get(anna.user(), key);
    }
}
