package org.keywarden.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed: every value with its length before it, so that no two different entries have the
 * same form, whatever stands in their fields. Changing it would break every chain there is.
 */
final class CanonicalForm {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream form = new DataOutputStream(bytes);

    private CanonicalForm(String kind) {
        text(kind);
    }

    static byte[] ofEntry(Mark previous, String keyId, AuditEntry entry) {
        return new CanonicalForm("keywarden/audit/entry/v1")
                .text(previous.hash())
                .number(previous.sequence() + 1)
                .text(keyId)
                .text(entry.id())
                .number(entry.at().toEpochMilli())
                .text(entry.actorId())
                .text(entry.action())
                .text(entry.target())
                .text(entry.ownerId())
                .text(entry.address())
                .text(entry.requestId())
                .text(entry.changes())
                .bytes
                .toByteArray();
    }

    static byte[] ofHead(Mark mark, String keyId) {
        return new CanonicalForm("keywarden/audit/head/v1")
                .number(mark.sequence())
                .text(mark.hash())
                .text(keyId)
                .bytes
                .toByteArray();
    }

    /** Its length in bytes, then itself in UTF-8; no text at all has the length −1. */
    private CanonicalForm text(@Nullable String text) {
        try {
            if (text == null) {
                form.writeInt(-1);
            } else {
                var utf8 = text.getBytes(StandardCharsets.UTF_8);
                form.writeInt(utf8.length);
                form.write(utf8);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }

    private CanonicalForm number(long number) {
        try {
            form.writeLong(number);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
