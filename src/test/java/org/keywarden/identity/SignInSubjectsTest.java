package org.keywarden.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.MasterSecrets;

@DisplayName("The subject of a failure")
class SignInSubjectsTest {

    private static final String NEW = "n".repeat(32);
    private static final String OLD = "o".repeat(32);

    @Test
    @DisplayName("is the same for every spelling of an address, on every node")
    void isTheSame() {
        assertThat(subjects(NEW, OLD).of(" Ada@Example.COM "))
                .isEqualTo(subjects(NEW).of("ada@example.com"))
                .hasSize(43)
                .doesNotContainIgnoringCase("ada");
    }

    @Test
    @DisplayName("cannot be computed without the secret")
    void needsTheSecret() {
        assertThat(subjects(NEW).of("a@b")).isNotEqualTo(subjects(OLD).of("a@b"));
        assertThat(subjects(NEW).of("a@b")).isNotEqualTo(subjects(NEW).of("a@c"));
    }

    private static SignInSubjects subjects(String newest, String... retired) {
        var subjects = new SignInSubjects();
        subjects.secret = MasterSecrets.of(newest, retired);
        subjects.derive();
        return subjects;
    }
}
