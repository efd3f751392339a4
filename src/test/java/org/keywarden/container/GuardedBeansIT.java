package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Caller;
import org.keywarden.access.CallerSwitch;
import org.keywarden.access.Callers;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.platform.problem.ProblemException;

@ExtendWith(ArquillianExtension.class)
@DisplayName("A bean that asks for rights")
class GuardedBeansIT {

    private static final Caller ADMINISTRATOR =
            new Caller(
                    Callers.ADA,
                    Role.ADMIN,
                    TokenType.SESSION_TOKEN,
                    "ses_1",
                    Set.of(),
                    false,
                    false);

    @Inject CallerSwitch callers;
    @Inject Doors doors;
    @Inject Doors.AdministratorsPage page;

    @Test
    @DisplayName("does nothing for nobody, but what asks for nothing")
    void refusesNobody() {
        assertThat(outcome(doors::remove)).isEqualTo("UNAUTHENTICATED");
        assertThat(outcome(doors::manage)).isEqualTo("UNAUTHENTICATED");
        assertThat(outcome(page::title)).isEqualTo("UNAUTHENTICATED");
        assertThat(outcome(doors::look)).isEqualTo("seen");
    }

    @Test
    @DisplayName("asks a key for the scope and type that its method names")
    void judgesKeys() {
        callers.become(Callers.key(Scope.READ));
        assertThat(outcome(doors::remove)).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(outcome(doors::manage)).isEqualTo("TOKEN_TYPE_NOT_ALLOWED");

        callers.become(Callers.key(Scope.DELETE));
        assertThat(outcome(doors::remove)).isEqualTo("removed");
    }

    @Test
    @DisplayName("takes what its class says where a method says nothing")
    void inheritsFromItsClass() {
        callers.become(Callers.session());
        assertThat(outcome(page::title)).isEqualTo("ROLE_REQUIRED");
        assertThat(outcome(page::rename)).isEqualTo("renamed");

        callers.become(Callers.key(Scope.UPDATE));
        assertThat(outcome(page::title)).isEqualTo("INSUFFICIENT_SCOPE");

        callers.become(ADMINISTRATOR);
        assertThat(outcome(page::title)).isEqualTo("Users");
    }

    private static String outcome(Supplier<String> call) {
        var answer = new String[1];
        var refusal = catchThrowableOfType(ProblemException.class, () -> answer[0] = call.get());
        return refusal == null ? answer[0] : refusal.errorCode();
    }
}
