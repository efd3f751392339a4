package org.keywarden.imports.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.keywarden.imports.ImportResult;
import org.keywarden.imports.ImportedKey;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.problem.ValidationException;

/**
 * Reads an import as a stream: each row straight into a small record, the body never as a whole. The
 * members may come in any order, so nothing is done before the last one.
 */
final class ImportReader {

    static final int MAX_ROWS = 100_000;

    private final JsonParser parser;
    private final List<ImportedKey> keys = new ArrayList<>();
    private final List<ImportResult> refused = new ArrayList<>();

    private boolean dryRun;
    private boolean hasKeys;

    private ImportReader(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 {@code MALFORMED_JSON}, wherever that shows
     * @throws ValidationException if it is not an object with 1–100 000 keys
     */
    static ImportBody read(ObjectMapper json, InputStream body) throws IOException {
        try (var parser = json.createParser(body)) {
            return new ImportReader(parser).read();
        } catch (JacksonException | CharConversionException e) {
            throw new ProblemException(400, "MALFORMED_JSON", "The body is not well-formed JSON.");
        }
    }

    private ImportBody read() throws IOException {
        var first = parser.nextToken();
        if (first == null) {
            throw new ValidationException("", "REQUIRED", "is required");
        }
        if (first != JsonToken.START_OBJECT) {
            throw wrongType("");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            readMember();
        }
        parser.nextToken(); // nothing may follow
        if (parser.currentToken() != null) {
            throw new ProblemException(400, "MALFORMED_JSON", "The body is not well-formed JSON.");
        }
        requireRows();
        return new ImportBody(dryRun, keys, refused);
    }

    private void readMember() throws IOException {
        var name = parser.currentName();
        var value = parser.nextToken();
        switch (name) {
            case "dryRun" -> readDryRun(value);
            case "keys" -> readKeys(value);
            default -> parser.skipChildren();
        }
    }

    private void readDryRun(JsonToken value) {
        switch (value) {
            case VALUE_TRUE -> dryRun = true;
            case VALUE_FALSE, VALUE_NULL -> dryRun = false;
            default -> throw wrongType("dryRun");
        }
    }

    private void readKeys(JsonToken value) throws IOException {
        if (hasKeys) {
            throw new ValidationException("keys", "DUPLICATE", "must stand there once");
        }
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (value != JsonToken.START_ARRAY) {
            throw wrongType("keys");
        }
        hasKeys = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readRow();
        }
    }

    private void readRow() throws IOException {
        var index = keys.size() + refused.size();
        if (index == MAX_ROWS) {
            throw new ValidationException(
                    "keys", "OUT_OF_RANGE", "must be at most " + MAX_ROWS + " keys");
        }
        try {
            var row = ImportRowReader.read(parser);
            row.key(index)
                    .ifPresentOrElse(
                            keys::add, () -> refused.add(ImportResult.invalidOwner(index)));
        } catch (RefusedRowException e) {
            refused.add(ImportResult.invalid(index, e.detail()));
        }
    }

    private void requireRows() {
        if (keys.isEmpty() && refused.isEmpty()) {
            throw new ValidationException("keys", "REQUIRED", "must have at least one key");
        }
    }

    private static ValidationException wrongType(String field) {
        return new ValidationException(field, "WRONG_TYPE", "has a wrong type or value");
    }
}
