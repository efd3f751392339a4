package org.keywarden.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Callers;

@DisplayName("The principal of a caller")
class CallerPrincipalTest {

    private final CallerPrincipal principal = new CallerPrincipal(Callers.session());

    @Test
    @DisplayName("is named by the account")
    void hasAName() {
        assertThat(principal.getName()).isEqualTo(Callers.ADA.value());
        assertThat(principal.getSubject()).isEqualTo(Callers.ADA.value());
    }

    @Test
    @DisplayName("has the claims that a JWT would have, and no token")
    void hasClaims() {
        assertThat(principal.getClaimNames()).containsExactlyInAnyOrder("sub", "groups", "jti");
        assertThat(principal.getGroups()).isEqualTo(Set.of("DEVELOPER"));
        assertThat(principal.getTokenID()).isEqualTo("ses_1");
        assertThat(principal.getRawToken()).isNull();
        assertThat(principal.<Object>getClaim("email")).isNull();
    }
}
