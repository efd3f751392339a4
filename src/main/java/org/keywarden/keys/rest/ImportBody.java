package org.keywarden.keys.rest;

import java.util.List;
import org.keywarden.keys.ImportResult;
import org.keywarden.keys.ImportedKey;

/**
 * An import as it was sent.
 *
 * @param dryRun whether to keep nothing
 * @param keys the rows that can be read
 * @param refused the rows that cannot
 */
record ImportBody(boolean dryRun, List<ImportedKey> keys, List<ImportResult> refused) {}
