package org.keywarden.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.crypto.SecureRandoms;

@DisplayName("A temporary password")
class TemporaryPasswordsTest {

    private final TemporaryPasswords passwords = new TemporaryPasswords();

    @BeforeEach
    void give() {
        passwords.random = new SecureRandoms();
    }

    @Test
    @DisplayName("has six groups of four characters that are not taken for others")
    void isReadable() {
        assertThat(Stream.generate(passwords::next).limit(1000))
                .allMatch(password -> password.matches("([a-km-np-z2-9]{4}-){5}[a-km-np-z2-9]{4}"));
    }

    @Test
    @DisplayName("uses every character, and is never the same")
    void isRandom() {
        var many = Stream.generate(passwords::next).limit(1000).toList();

        assertThat(many).doesNotHaveDuplicates();
        assertThat(String.join("", many).chars().distinct().count()).isEqualTo(33);
    }
}
