package org.keywarden.imports.rest;

import java.util.List;
import org.keywarden.imports.ImportResult;
import org.keywarden.imports.ImportedKey;

/**
 * An import as it was sent.
 *
 * @param dryRun whether to keep nothing
 * @param keys the rows that can be read
 * @param refused the rows that cannot
 */
record ImportBody(boolean dryRun, List<ImportedKey> keys, List<ImportResult> refused) {}
