package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.access.AccountSuspendedException;
import org.keywarden.access.Caller;
import org.keywarden.access.CallerSwitch;
import org.keywarden.access.Callers;
import org.keywarden.access.Guarded;
import org.keywarden.access.Role;
import org.keywarden.access.Route;
import org.keywarden.access.Routes;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.access.UnauthenticatedException;
import org.keywarden.platform.problem.ProblemException;

@ExtendWith(ArquillianExtension.class)
@DisplayName("Every resource in the container")
class GuardIT {

    private static final Caller SUSPENDED =
            new Caller(
                    Callers.ADA,
                    Role.ADMIN,
                    TokenType.SESSION_TOKEN,
                    "ses_1",
                    Set.of(),
                    true,
                    true);

    @Inject BeanManager beans;
    @Inject Routes routes;
    @Inject CallerSwitch callers;
    @Inject ForgetfulResource forgetful;

    @Test
    @DisplayName("is known with all its routes, whatever annotations it has")
    void isKnown() {
        var known =
                ownRoutes().stream()
                        .map(route -> route.method().getDeclaringClass())
                        .collect(Collectors.toSet());

        assertThat(resources()).isEqualTo(known).contains(ForgetfulResource.class);
    }

    @Test
    @DisplayName("has the guard around it, though no class says so")
    void isGuarded() {
        assertThat(resources())
                .allSatisfy(
                        resource -> {
                            assertThat(resource.isAnnotationPresent(Guarded.class)).isFalse();
                            assertThat(proxyOf(resource).getClass()).isNotEqualTo(resource);
                        });
    }

    @Test
    @DisplayName("runs no method without a caller, unless that is anonymous")
    void refusesNobody() {
        var closed = ownRoutes().stream().filter(route -> !route.rule().anonymous()).toList();

        assertThat(closed)
                .hasSizeGreaterThan(20)
                .allSatisfy(
                        route ->
                                assertThat(outcomeOf(route))
                                        .isInstanceOf(UnauthenticatedException.class));
    }

    @Test
    @DisplayName("runs no method at all for a suspended account, full access or not")
    void refusesTheSuspended() {
        callers.become(SUSPENDED);

        assertThat(ownRoutes())
                .allSatisfy(
                        route ->
                                assertThat(outcomeOf(route))
                                        .isInstanceOf(AccountSuspendedException.class));
    }

    @Test
    @DisplayName("runs exactly the methods that a key's scopes open")
    void judgesScopes() {
        for (var scope : Scope.values()) {
            callers.become(Callers.key(scope));

            assertThat(
                            List.of(
                                    forgetful("GET"),
                                    forgetful("POST"),
                                    forgetful("PUT"),
                                    forgetful("PATCH"),
                                    forgetful("DELETE")))
                    .describedAs("with %s", scope)
                    .containsExactlyElementsOf(
                            switch (scope) {
                                case READ -> List.of("200", "403", "403", "403", "403");
                                case WRITE -> List.of("403", "200", "403", "403", "403");
                                case UPDATE -> List.of("403", "403", "200", "200", "403");
                                case DELETE -> List.of("403", "403", "403", "403", "200");
                            });
        }
    }

    @Test
    @DisplayName("runs no method that is no route, not even for a session")
    void failsClosed() {
        callers.become(Callers.session());

        assertThat(forgetful.get()).isEqualTo("\"got\"");
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(forgetful::help);
    }

    /** Those of classes with a path of their own; what locators lead to has no interceptor. */
    private List<Route> ownRoutes() {
        return routes.all().stream()
                .filter(route -> !isOfTheTree(route.method().getDeclaringClass()))
                .toList();
    }

    private static boolean isOfTheTree(Class<?> type) {
        return type.equals(TreeResource.class)
                || TreeResource.class.equals(type.getEnclosingClass());
    }

    private String forgetful(String httpMethod) {
        var route =
                routes.all().stream()
                        .filter(found -> found.path().equals("/api/v1/forgetful"))
                        .filter(found -> found.httpMethod().equals(httpMethod))
                        .findFirst()
                        .orElseThrow();
        return outcomeOf(route) instanceof ProblemException refusal
                ? String.valueOf(refusal.status())
                : "200";
    }

    /** What calling a route's method on the bean throws, whatever its parameters. */
    private Throwable outcomeOf(Route route) {
        var method = route.method();
        var thrown =
                catchThrowable(
                        () ->
                                method.invoke(
                                        proxyOf(method.getDeclaringClass()),
                                        new Object[method.getParameterCount()]));
        return thrown instanceof InvocationTargetException wrapper ? wrapper.getCause() : thrown;
    }

    private Object proxyOf(Class<?> type) {
        var bean = beans.resolve(beans.getBeans(type));
        return beans.getReference(bean, type, beans.createCreationalContext(bean));
    }

    /** Found without the help of the extension that guards them. */
    private Set<Class<?>> resources() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(GuardIT::isResource)
                .collect(Collectors.toSet());
    }

    private static boolean isResource(Class<?> type) {
        return type.getName().startsWith("org.keywarden.")
                && !isOfTheTree(type)
                && (type.isAnnotationPresent(Path.class)
                        || Arrays.stream(type.getMethods())
                                .flatMap(method -> Arrays.stream(method.getAnnotations()))
                                .anyMatch(
                                        annotation ->
                                                annotation
                                                        .annotationType()
                                                        .isAnnotationPresent(HttpMethod.class)));
    }
}
