package org.keywarden.keys.pages;

import java.util.List;

/**
 * Something that is wrong with a field of a form.
 *
 * @param field its id in the form
 * @param message the key of what to say
 */
record Fault(String field, String message, List<Object> arguments) {

    Fault(String field, String message, Object... arguments) {
        this(field, message, List.of(arguments));
    }
}
