package org.keywarden.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A right that an API key may carry; on the wire in lower case. None implies another. */
public enum Scope {
    READ,
    WRITE,
    UPDATE,
    DELETE;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the wire name.
     *
     * @throws IllegalArgumentException if it is not exactly one of the four, in lower case
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Scope of(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown scope"));
    }

    /** The scope that an HTTP method asks for by default; empty for an unknown method. */
    public static Optional<Scope> ofMethod(String httpMethod) {
        return switch (httpMethod) {
            case "GET", "HEAD" -> Optional.of(READ);
            case "POST" -> Optional.of(WRITE);
            case "PUT", "PATCH" -> Optional.of(UPDATE);
            case "DELETE" -> Optional.of(DELETE);
            default -> Optional.empty();
        };
    }

    /** Reads a stored, space-separated set. Unknown names are dropped: they grant nothing. */
    public static Set<Scope> parse(String stored) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var scope : values()) {
            if (Arrays.asList(stored.split(" ")).contains(scope.wireName())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /** Writes a set as space-separated text, always in the same order. */
    public static String format(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::wireName).collect(Collectors.joining(" "));
    }
}
