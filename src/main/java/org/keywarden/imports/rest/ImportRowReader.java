package org.keywarden.imports.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row of an import. It always reads to the end of the row, so that what is wrong with it
 * concerns no other row.
 */
final class ImportRowReader {

    private static final Set<String> TEXTS =
            Set.of("ownerId", "label", "projectName", "expiresAt", "keyPrefix", "rawApiKey");
    private static final Set<String> TEXTS_OF_DIGEST = Set.of("algorithm", "value");
    private static final String WRONG_TYPE = "has a wrong type";

    private final JsonParser parser;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> digest = new HashMap<>();
    private final List<String> scopes = new ArrayList<>();
    private boolean legacyFullAccess;
    private boolean hasDigest;
    private @Nullable RefusedRowException mistake;

    private ImportRowReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the value that the parser stands at.
     *
     * @throws RefusedRowException after the whole row, if something in it has a wrong type
     */
    static ImportRow read(JsonParser parser) throws IOException {
        return new ImportRowReader(parser).read();
    }

    private ImportRow read() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readMember(parser.currentName(), parser.nextToken());
            }
        } else {
            refuse("row");
        }
        if (mistake != null) {
            throw mistake;
        }
        return new ImportRow(texts, scopes, legacyFullAccess, hasDigest ? digest : null);
    }

    private void readMember(String name, JsonToken value) throws IOException {
        if (TEXTS.contains(name)) {
            readText(texts, name, value);
        } else {
            switch (name) {
                case "scopes" -> readScopes(value);
                case "legacyFullAccess" -> readLegacyFullAccess(value);
                case "digest" -> readDigest(value);
                default -> parser.skipChildren();
            }
        }
    }

    private void readText(Map<String, String> into, String name, JsonToken value)
            throws IOException {
        into.remove(name);
        if (value == JsonToken.VALUE_STRING) {
            into.put(name, parser.getText());
        } else if (value != JsonToken.VALUE_NULL) {
            refuse(into == digest ? "digest." + name : name);
        }
    }

    private void readScopes(JsonToken value) throws IOException {
        scopes.clear();
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.START_ARRAY) {
            refuse("scopes");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                scopes.add(parser.getText());
            } else {
                refuse("scopes");
            }
        }
    }

    private void readLegacyFullAccess(JsonToken value) throws IOException {
        switch (value) {
            case VALUE_TRUE -> legacyFullAccess = true;
            case VALUE_FALSE, VALUE_NULL -> legacyFullAccess = false;
            default -> refuse("legacyFullAccess");
        }
    }

    private void readDigest(JsonToken value) throws IOException {
        digest.clear();
        hasDigest = value == JsonToken.START_OBJECT;
        if (!hasDigest) {
            if (value != JsonToken.VALUE_NULL) {
                refuse("digest");
            }
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var member = parser.nextToken();
            if (TEXTS_OF_DIGEST.contains(name)) {
                readText(digest, name, member);
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Notes the first mistake and skips what has the wrong type. */
    private void refuse(String field) throws IOException {
        if (mistake == null) {
            mistake = new RefusedRowException(field, WRONG_TYPE);
        }
        parser.skipChildren();
    }
}
