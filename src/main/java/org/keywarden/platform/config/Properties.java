package org.keywarden.platform.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Typed look-ups that collect mistakes instead of ending at the first one. */
class Properties {

    private final Function<String, Optional<String>> lookup;
    private final List<String> mistakes = new ArrayList<>();

    Properties(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The value, trimmed; a blank one counts as absent. */
    Optional<String> text(String name) {
        return lookup.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(values -> Arrays.stream(values.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    String matching(String name, String otherwise, String pattern) {
        var value = text(name).orElse(otherwise);
        if (!value.matches(pattern)) {
            mistake(name, "must match " + pattern);
        }
        return value;
    }

    int number(String name, int otherwise, int least, int most) {
        var value = text(name).orElse(String.valueOf(otherwise));
        if (value.matches("[0-9]{1,9}")) {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        mistake(name, "must be a whole number from %d to %d".formatted(least, most));
        return otherwise;
    }

    Duration duration(String name, Duration otherwise, Duration least, Duration most) {
        var value = text(name).orElse(otherwise.toString());
        try {
            var duration = Duration.parse(value);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // as much a mistake as one that is out of bounds
        }
        mistake(name, "must be a duration from %s to %s".formatted(least, most));
        return otherwise;
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        var value = text(name).orElse(otherwise.name());
        var choices = otherwise.getDeclaringClass().getEnumConstants();
        for (var choice : choices) {
            if (choice.name().equalsIgnoreCase(value)) {
                return choice;
            }
        }
        mistake(name, "must be one of " + Arrays.toString(choices).toLowerCase(Locale.ROOT));
        return otherwise;
    }

    Path path(String name, String otherwise) {
        var value = text(name).orElse(otherwise);
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            mistake(name, "is not a path");
            return Path.of(otherwise);
        }
    }

    void mistake(String name, String what) {
        var variable = variable(name);
        var named = variable.equals(name) ? name : "%s (%s)".formatted(name, variable);
        mistakes.add(named + ": " + what);
    }

    void refuseMistakes() {
        if (!mistakes.isEmpty()) {
            throw new InvalidConfigurationException(mistakes);
        }
    }

    /** The environment variable of a property, by the rule of MicroProfile Config. */
    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
