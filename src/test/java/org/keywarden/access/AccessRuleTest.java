package org.keywarden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.keywarden.access.Scope.DELETE;
import static org.keywarden.access.Scope.READ;
import static org.keywarden.access.Scope.WRITE;
import static org.keywarden.access.TokenType.API_KEY;
import static org.keywarden.access.TokenType.SESSION_TOKEN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.problem.ProblemException;

@DisplayName("A rule of access")
class AccessRuleTest {

    private static final Set<TokenType> BOTH = EnumSet.allOf(TokenType.class);

    @Test
    @DisplayName("decides as the contract says, for every caller and every rule")
    void decidesEveryCase() {
        int cases = 0;
        for (var rule : everyRule()) {
            for (var caller : everyCaller()) {
                assertThat(outcome(rule, caller))
                        .describedAs("%s for %s", rule, caller)
                        .isEqualTo(contract(rule, caller));
                cases++;
            }
        }

        assertThat(cases).isEqualTo(4 * 4 * 2 * 2 * (1 + 2 * 16 * 2 * 2 * 2));
    }

    /** The contract, section 2, in the order of its words; written without a look at the code. */
    private static String contract(AccessRule rule, @Nullable Caller caller) {
        if (caller == null && rule.anonymous()) {
            return "passes";
        }
        if (caller == null) {
            return "401 UNAUTHENTICATED";
        }
        if (caller.suspended()) {
            return "403 ACCOUNT_SUSPENDED";
        }
        if (!rule.tokenTypes().contains(caller.tokenType())) {
            return "403 TOKEN_TYPE_NOT_ALLOWED";
        }
        var isKey = caller.tokenType() == API_KEY;
        if (isKey && !caller.fullAccess() && !caller.scopes().contains(rule.scope())) {
            return "403 INSUFFICIENT_SCOPE";
        }
        if (rule.role() == Role.ADMIN && caller.role() != Role.ADMIN) {
            return "403 ROLE_REQUIRED";
        }
        return "passes";
    }

    private static List<AccessRule> everyRule() {
        var rules = new ArrayList<AccessRule>();
        for (var scope : Scope.values()) {
            for (var types :
                    List.of(Set.<TokenType>of(), Set.of(SESSION_TOKEN), Set.of(API_KEY), BOTH)) {
                for (var role : Role.values()) {
                    rules.add(new AccessRule(scope, types, role, true));
                    rules.add(new AccessRule(scope, types, role, false));
                }
            }
        }
        return rules;
    }

    private static List<@Nullable Caller> everyCaller() {
        var callers = new ArrayList<@Nullable Caller>();
        callers.add(null);
        for (int bits = 0; bits < 1 << 8; bits++) {
            callers.add(
                    new Caller(
                            Callers.ADA,
                            (bits & 16) == 0 ? Role.DEVELOPER : Role.ADMIN,
                            (bits & 32) == 0 ? SESSION_TOKEN : API_KEY,
                            "id",
                            ScopeTest.subset(bits & 15),
                            (bits & 64) != 0,
                            (bits & 128) != 0));
        }
        return callers;
    }

    @Test
    @DisplayName("names suspension before type, and type before scope")
    void keepsTheOrder() {
        var rule = new AccessRule(DELETE, Set.of(SESSION_TOKEN), Role.DEVELOPER, false);
        var suspended =
                new Caller(Callers.ADA, Role.ADMIN, API_KEY, "key_1", Set.of(), false, true);

        assertThat(outcome(rule, suspended)).isEqualTo("403 ACCOUNT_SUSPENDED");
        assertThat(outcome(rule, Callers.key())).isEqualTo("403 TOKEN_TYPE_NOT_ALLOWED");
    }

    @Test
    @DisplayName("says which scope is missing, in the answer and in its challenge")
    void namesTheScope() {
        var refusal =
                refusal(
                        new AccessRule(WRITE, BOTH, Role.DEVELOPER, false),
                        Callers.key(DELETE, READ));

        assertThat(refusal.members())
                .containsEntry("requiredScope", WRITE)
                .containsEntry("grantedScopes", List.of(READ, DELETE));
        assertThat(refusal.headers())
                .containsEntry(
                        "WWW-Authenticate",
                        "Bearer realm=\"keywarden\", error=\"insufficient_scope\", scope=\"write\"");
    }

    @Test
    @DisplayName("says which types it takes")
    void namesTheTypes() {
        var refusal =
                refusal(
                        new AccessRule(READ, Set.of(SESSION_TOKEN), Role.DEVELOPER, false),
                        Callers.key(READ));

        assertThat(refusal.members())
                .containsEntry("providedTokenType", API_KEY)
                .containsEntry("allowedTokenTypes", List.of(SESSION_TOKEN));
    }

    @Test
    @DisplayName("says which role it asks for, though not before the scope")
    void namesTheRole() {
        var rule = new AccessRule(READ, BOTH, Role.ADMIN, false);

        assertThat(refusal(rule, Callers.session()).members())
                .containsEntry("requiredRole", Role.ADMIN);
        assertThat(outcome(rule, Callers.key(WRITE))).isEqualTo("403 INSUFFICIENT_SCOPE");
    }

    @Test
    @DisplayName("without a scope takes a key of any")
    void asksForNoScope() {
        var rule = new AccessRule(null, BOTH, Role.DEVELOPER, false);

        assertThat(outcome(rule, Callers.key())).isEqualTo("passes");
    }

    @Test
    @DisplayName("challenges who sends nothing")
    void challengesNobody() {
        var refusal = refusal(new AccessRule(READ, BOTH, Role.DEVELOPER, false), null);

        assertThat(refusal.headers())
                .containsExactly(
                        java.util.Map.entry("WWW-Authenticate", "Bearer realm=\"keywarden\""));
    }

    private static String outcome(AccessRule rule, @Nullable Caller caller) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> rule.check(caller));
        return refusal == null ? "passes" : refusal.status() + " " + refusal.errorCode();
    }

    private static ProblemException refusal(AccessRule rule, @Nullable Caller caller) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> rule.check(caller));
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
