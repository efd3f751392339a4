package org.keywarden.imports.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.imports.ImportedKey;
import org.keywarden.keys.secret.ForeignSecret;
import org.keywarden.keys.secret.ImportedDigest.Algorithm;
import org.keywarden.keys.secret.ImportedSecret;
import org.keywarden.platform.id.Ids;
import org.keywarden.platform.text.Texts;
import org.keywarden.projects.ProjectName;

/**
 * One row of an import, as it was sent.
 *
 * @param texts what is text, by name
 * @param scopes names of scopes, maybe
 * @param legacyFullAccess whether the key shall pass every scope check
 * @param digest {@code algorithm} and {@code value}, or {@code null} if there was none
 */
record ImportRow(
        Map<String, String> texts,
        List<String> scopes,
        boolean legacyFullAccess,
        @Nullable Map<String, String> digest) {

    private static final int MAX_LABEL = 64;
    private static final Pattern PREFIX = Pattern.compile("[ -~]{1,64}");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    /**
     * The key to import; empty if its owner can be nobody.
     *
     * @throws RefusedRowException if the row is not acceptable
     */
    Optional<ImportedKey> key(int index) {
        var owner = texts.get("ownerId");
        if (owner == null) {
            throw new RefusedRowException("ownerId", "is required");
        }
        var secret = secret();
        var project = line("projectName", ProjectName.MAX_LENGTH);
        var key =
                new ImportedKey(
                        index,
                        new UserId(owner),
                        line("label", MAX_LABEL),
                        project == null ? null : new ProjectName(project),
                        knownScopes(),
                        legacyFullAccess,
                        end(),
                        prefix(secret),
                        secret);
        return Ids.isOf("usr", owner) ? Optional.of(key) : Optional.empty();
    }

    private @Nullable String line(String field, int most) {
        var text = Texts.trimmedOrNull(texts.get(field));
        if (text != null
                && (text.codePointCount(0, text.length()) > most || !Texts.isPlain(text))) {
            throw new RefusedRowException(
                    field,
                    "must have at most " + most + " characters, none of them a control character");
        }
        return text;
    }

    private Set<Scope> knownScopes() {
        var known = EnumSet.noneOf(Scope.class);
        for (var name : scopes) {
            var scope =
                    Arrays.stream(Scope.values())
                            .filter(candidate -> candidate.wireName().equals(name))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new RefusedRowException(
                                                    "scopes",
                                                    "must be of read, write, update, delete"));
            if (!known.add(scope)) {
                throw new RefusedRowException("scopes", "must be distinct");
            }
        }
        return known;
    }

    private @Nullable Instant end() {
        var text = texts.get("expiresAt");
        if (text == null) {
            return null;
        }
        try {
            var end = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            if (!end.isBefore(FIRST) && !end.isAfter(LAST)) {
                return end;
            }
        } catch (DateTimeException e) {
            // as for a year that nobody means
        }
        throw new RefusedRowException(
                "expiresAt", "must be a time such as 2027-01-31T12:00:00Z, of the years 1 to 9999");
    }

    private ImportedSecret secret() {
        var raw = texts.get("rawApiKey");
        if ((raw == null) == (digest == null)) {
            throw new RefusedRowException("rawApiKey", "or digest must be there, exactly one");
        }
        if (raw == null) {
            return ofDigest();
        }
        var key = raw.strip();
        if (!ForeignSecret.isPlausible(key)) {
            throw new RefusedRowException(
                    "rawApiKey", "must have 8 to 512 printable ASCII characters");
        }
        return ImportedSecret.of(key);
    }

    private ImportedSecret ofDigest() {
        var algorithm =
                Algorithm.of(digestText("algorithm"))
                        .orElseThrow(
                                () ->
                                        new RefusedRowException(
                                                "digest.algorithm",
                                                "must be sha256-hex, sha256-base64url or naap-scrypt"));
        return algorithm
                .read(digestText("value"))
                .map(ImportedSecret::of)
                .orElseThrow(
                        () ->
                                new RefusedRowException(
                                        "digest.value", "is not of the form of its algorithm"));
    }

    private String digestText(String member) {
        var text = digest == null ? null : digest.get(member);
        if (text == null) {
            throw new RefusedRowException("digest." + member, "is required");
        }
        return text;
    }

    private String prefix(ImportedSecret secret) {
        var given = Texts.trimmedOrNull(texts.get("keyPrefix"));
        if (given == null) {
            return secret.shownPrefix();
        }
        if (!PREFIX.matcher(given).matches()) {
            throw new RefusedRowException(
                    "keyPrefix", "must have at most 64 printable ASCII characters");
        }
        if (isGivenAwayBy(given)) {
            throw new RefusedRowException("keyPrefix", "gives the key away");
        }
        return given;
    }

    /** Whether a text to be shown has the second half of the key, or of its digest, in it. */
    private boolean isGivenAwayBy(String shown) {
        var raw = texts.get("rawApiKey");
        var hidden = raw == null ? digestText("value") : raw.strip();
        return shown.contains(hidden.substring(hidden.length() / 2));
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ImportRow";
    }
}
