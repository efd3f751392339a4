package org.keywarden.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.keywarden.access.Caller;

/** Writes entries as JSON Lines, read a batch at a time: memory does not grow with their number. */
@ApplicationScoped
public class EntryExport {

    public static final String MEDIA_TYPE = "application/jsonl";

    /** The {@code Content-Disposition} of an export. */
    public static final String DISPOSITION = "attachment; filename=\"keywarden-audit.jsonl\"";

    /**
     * The last line of an export that failed. It is no JSON, so that nobody takes the rest for all:
     * the server ends the answer in good order, whatever is thrown, and lets nobody break it off.
     */
    private static final byte[] INCOMPLETE =
            "INCOMPLETE: the export failed here\n".getBytes(StandardCharsets.US_ASCII);

    @Inject AuditEntries entries;
    @Inject ObjectMapper json;

    /** Writes all that match, the newest first, as far as the reader may see them. */
    public void write(Caller reader, AuditFilter filter, OutputStream out) throws IOException {
        var batch = entries.batch(reader, filter, null);
        out.write(lines(batch)); // as a whole: what fails here can still be answered with a problem
        while (batch.size() == AuditEntries.BATCH) {
            var last = batch.get(batch.size() - 1);
            batch = writeNext(() -> entries.batch(reader, filter, last), out);
        }
    }

    private List<AuditEntry> writeNext(Supplier<List<AuditEntry>> next, OutputStream out)
            throws IOException {
        try {
            var batch = next.get();
            out.write(lines(batch));
            return batch;
        } catch (RuntimeException e) {
            out.write(INCOMPLETE);
            throw e;
        }
    }

    private byte[] lines(List<AuditEntry> batch) throws IOException {
        var lines = new ByteArrayOutputStream();
        for (var entry : batch) {
            lines.write(json.writeValueAsBytes(EntryView.of(entry, json)));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
