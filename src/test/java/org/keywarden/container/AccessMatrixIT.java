package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.Role;
import org.keywarden.access.Route;
import org.keywarden.access.Routes;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;

@ExtendWith(ArquillianExtension.class)
@DisplayName("The access matrix")
class AccessMatrixIT {

    @Inject Routes routes;

    @Test
    @DisplayName("of the running application is the one that was reviewed")
    void isTheReviewedOne() throws IOException {
        var live =
                routes.all().stream()
                        .filter(AccessMatrixIT::isOurs)
                        .map(this::row)
                        .distinct()
                        .toList();

        assertThat(String.join("\n", reviewed()))
                .describedAs(
                        "src/docs/access-matrix.md; if the change is meant, review and copy it")
                .isEqualTo(String.join("\n", live));
    }

    @Test
    @DisplayName("opens these routes to anybody, and no others")
    void opensFewRoutes() {
        assertThat(routes.all().stream().filter(route -> route.rule().anonymous()))
                .extracting(route -> route.httpMethod() + " " + route.path())
                .containsExactlyInAnyOrder(
                        "POST /api/v1/auth/login",
                        "GET /api/v1/auth/providers/{slug}/callback",
                        "GET /api/v1/auth/providers/{slug}/redirect",
                        "GET /api/v1/billing-providers");
    }

    @Test
    @DisplayName("lets no key near keys, administration, audit or sessions")
    void keepsKeysFromKeys() {
        assertThat(routes.all().stream().filter(AccessMatrixIT::isForSessions))
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        route ->
                                assertThat(route.rule().tokenTypes())
                                        .describedAs(route.path())
                                        .containsExactly(TokenType.SESSION_TOKEN));
    }

    /** The contract, section 2. */
    private static boolean isForSessions(Route route) {
        var path = route.path().substring("/api/v1/".length());
        return path.matches("(developer/keys|admin|integrations|daydream|audit)(/.*)?")
                || (path.startsWith("auth/") && !path.matches("auth/(me|forward|login)"));
    }

    private String row(Route route) {
        var overridden = !Scope.ofMethod(route.httpMethod()).equals(Optional.of(route.scope()));
        return "| %s | `%s` | %s%s | %s | %s | %s | %s |"
                .formatted(
                        route.httpMethod(),
                        route.path(),
                        route.scope().wireName(),
                        overridden ? "*" : "",
                        route.rule().tokenTypes().stream()
                                .sorted()
                                .map(TokenType::wireName)
                                .collect(Collectors.joining(", ")),
                        route.rule().role() == Role.ADMIN ? "ADMIN" : "any",
                        yesOrNo(route.rule().anonymous()),
                        yesOrNo(route.hidden()));
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }

    /** What the tests deployed beside it is not part of the product. */
    private static boolean isOurs(Route route) {
        return !route.method().getDeclaringClass().getName().startsWith("org.keywarden.container.");
    }

    private static List<String> reviewed() throws IOException {
        try (var file = AccessMatrixIT.class.getResourceAsStream("/access-matrix.md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("| ") && line.contains("/api/v1/"))
                    .toList();
        }
    }
}
