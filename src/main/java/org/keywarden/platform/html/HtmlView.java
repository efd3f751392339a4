package org.keywarden.platform.html;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page shows, in no language yet.
 *
 * @param template names a file below {@code /org/keywarden}, without its {@code .mustache}
 * @param values what the template may ask for by name: text, or whether to show a section
 * @param messages the same, as keys of messages
 * @param script whether the page has a script, which then carries {@code nonce}
 * @param formTargets the sources for {@code form-action}, with those that an answer to the form
 *     redirects to; none without a form
 */
public record HtmlView(
        String template,
        Map<String, Object> values,
        Map<String, String> messages,
        boolean script,
        List<String> formTargets) {

    public HtmlView {
        values = Map.copyOf(values);
        messages = Map.copyOf(messages);
        formTargets = List.copyOf(formTargets);
    }

    /** A page with a title, its first value, and nothing that runs or is sent. */
    public static HtmlView of(String template, String titleMessage) {
        return new HtmlView(template, Map.of(), Map.of("title", titleMessage), false, List.of());
    }

    public HtmlView with(String name, Object value) {
        return new HtmlView(template, and(values, name, value), messages, script, formTargets);
    }

    /** With a text that depends on the language. */
    public HtmlView withText(String name, String message) {
        return new HtmlView(template, values, and(messages, name, message), script, formTargets);
    }

    public HtmlView withScript(boolean hasScript) {
        return new HtmlView(template, values, messages, hasScript, formTargets);
    }

    /** With a form, which may lead to these sources of a content security policy. */
    public HtmlView withFormTo(String... targets) {
        return new HtmlView(template, values, messages, script, List.of(targets));
    }

    private static <V> Map<String, V> and(Map<String, V> some, String name, V value) {
        var more = new TreeMap<>(some);
        more.put(name, value);
        return more;
    }
}
