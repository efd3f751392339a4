package org.keywarden.keys.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeyFilter;
import org.keywarden.keys.KeyStatus;
import org.keywarden.platform.text.Texts;

/**
 * What the address of the list asks for. What has no meaning there counts as not asked for.
 *
 * @param project the id of a project, or empty for all; may not exist
 * @param provider the slug of a provider, or {@link #NATIVE}, or empty for all; may not exist
 * @param status the name of a status, or empty for all
 * @param text part of label or prefix, or empty for all
 * @param textRefused whether there was a text that nobody can search for
 * @param revoked whether to show revoked keys as well
 * @param page from 1
 */
public record KeyListQuery(
        String project,
        String provider,
        String status,
        String text,
        boolean textRefused,
        boolean revoked,
        int page) {

    /** What keys of our own are asked for by; no slug has capital letters. */
    static final String NATIVE = "NATIVE";

    /** The longest text to search for, in code points; no label is longer. */
    public static final int MAX_TEXT = 100;

    /** No list is longer, and every offset of it is a number that databases know. */
    private static final int LAST_PAGE = 10_000_000;

    /**
     * Reads an address.
     *
     * @param parameters the value of a parameter by its name, or {@code null}
     */
    static KeyListQuery of(UnaryOperator<@Nullable String> parameters) {
        var text = trimmed(parameters.apply("q"));
        var searchable = text.codePointCount(0, text.length()) <= MAX_TEXT && Texts.isPlain(text);
        return new KeyListQuery(
                trimmed(parameters.apply("project")),
                trimmed(parameters.apply("provider")),
                status(trimmed(parameters.apply("status"))),
                searchable ? text : "",
                !searchable,
                "true".equals(parameters.apply("revoked")),
                page(trimmed(parameters.apply("page"))));
    }

    private static String trimmed(@Nullable String value) {
        var text = Texts.trimmedOrNull(value);
        return text == null ? "" : text;
    }

    private static String status(String name) {
        return Arrays.stream(KeyStatus.values()).anyMatch(known -> known.name().equals(name))
                ? name
                : "";
    }

    private static int page(String number) {
        return number.matches("[1-9][0-9]{0,7}")
                ? Math.min(Integer.parseInt(number), LAST_PAGE)
                : 1;
    }

    /** The same without a project or provider that there is not. */
    KeyListQuery with(String knownProject, String knownProvider) {
        return new KeyListQuery(
                knownProject, knownProvider, status, text, textRefused, revoked, page);
    }

    /** Whether it asks for keys of our own only. */
    public boolean isNative() {
        return provider.equals(NATIVE);
    }

    /** Whether it leaves out keys for any other reason than that they are revoked. */
    public boolean isFiltered() {
        return !(project + provider + status + text).isEmpty();
    }

    /** Whether revoked keys are left out, which the list then says. */
    public boolean isHidingRevoked() {
        return status.isEmpty() && !revoked;
    }

    /**
     * The keys it asks for.
     *
     * @param providerId of the provider that it names, or {@code null} if it names none
     */
    KeyFilter filter(@Nullable String providerId) {
        var filter =
                new KeyFilter(
                        Texts.trimmedOrNull(project),
                        providerId,
                        statuses(),
                        Texts.trimmedOrNull(text));
        return isNative() ? filter.ofOurOwn() : filter;
    }

    private Set<KeyStatus> statuses() {
        if (!status.isEmpty()) {
            return Set.of(KeyStatus.valueOf(status));
        }
        return revoked ? Set.of() : KeyFilter.NOT_REVOKED;
    }

    /** The query of the address that has the same filters, and shows revoked keys or does not. */
    public String showing(boolean revokedKeys) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("project", project);
        asked.put("provider", provider);
        asked.put("status", status);
        asked.put("q", text);
        asked.put("revoked", revokedKeys ? "true" : "");
        return asked.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
