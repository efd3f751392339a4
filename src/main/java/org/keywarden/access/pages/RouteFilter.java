package org.keywarden.access.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;

/**
 * Which routes somebody wants to see.
 *
 * @param text what method and path contain, in any case; empty for all
 * @param tokenType what they take; {@code null} for any
 * @param scope what they ask for; {@code null} for any
 */
record RouteFilter(String text, @Nullable TokenType tokenType, @Nullable Scope scope) {

    private static final int MAX_LENGTH = 100;

    /** Reads the parameters of an address; one that makes no sense filters nothing. */
    static RouteFilter of(UnaryOperator<String> parameters) {
        return new RouteFilter(
                text(parameters.apply("q")),
                find(TokenType.values(), TokenType::wireName, parameters.apply("tokenType")),
                find(Scope.values(), Scope::wireName, parameters.apply("scope")));
    }

    private static String text(String given) {
        return given.length() <= MAX_LENGTH ? given : "";
    }

    private static <T> @Nullable T find(T[] all, Function<T, String> wireName, String given) {
        return Arrays.stream(all)
                .filter(one -> wireName.apply(one).equals(given))
                .findFirst()
                .orElse(null);
    }

    boolean admits(RoutesPage.Row route) {
        var shown = (route.httpMethod() + " " + route.path()).toLowerCase(Locale.ROOT);
        return shown.contains(text.toLowerCase(Locale.ROOT))
                && (tokenType == null || route.rule().tokenTypes().contains(tokenType))
                && (scope == null || scope == route.rule().scope());
    }
}
