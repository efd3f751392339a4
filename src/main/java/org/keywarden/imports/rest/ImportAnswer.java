package org.keywarden.imports.rest;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keywarden.imports.ImportResult;

/**
 * What became of an import.
 *
 * @param dryRun whether nothing was kept
 * @param imported how many keys were imported, or would have been
 * @param failed how many could not be
 * @param results one for each row, in their order
 */
public record ImportAnswer(boolean dryRun, int imported, int failed, List<ImportResult> results) {

    static ImportAnswer of(ImportBody body, List<ImportResult> ofKeys) {
        var results =
                Stream.concat(ofKeys.stream(), body.refused().stream())
                        .sorted(Comparator.comparingInt(ImportResult::index))
                        .toList();
        var failed = (int) results.stream().filter(ImportResult::isFailure).count();
        return new ImportAnswer(body.dryRun(), results.size() - failed, failed, results);
    }
}
