package org.keywarden.audit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.audit.AuditEntries;
import org.keywarden.audit.AuditEntry;

/** Entries as JSON Lines, read a batch at a time: memory does not grow with their number. */
class EntryExport implements StreamingOutput {

    /**
     * The last line of an export that failed. It is no JSON, so that nobody takes the rest for all:
     * the server ends the answer in good order, whatever is thrown, and lets nobody break it off.
     */
    private static final byte[] INCOMPLETE =
            "INCOMPLETE: the export failed here\n".getBytes(StandardCharsets.US_ASCII);

    /** Reads the batch after an entry, or the first one. */
    interface Batches {
        List<AuditEntry> after(@Nullable AuditEntry last);
    }

    private final Batches batches;
    private final ObjectMapper json;

    EntryExport(Batches batches, ObjectMapper json) {
        this.batches = batches;
        this.json = json;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var batch = batches.after(null);
        out.write(lines(batch)); // as a whole: what fails here can still be answered with a problem
        while (batch.size() == AuditEntries.BATCH) {
            batch = writeAfter(batch.get(batch.size() - 1), out);
        }
    }

    private List<AuditEntry> writeAfter(AuditEntry last, OutputStream out) throws IOException {
        try {
            var batch = batches.after(last);
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
