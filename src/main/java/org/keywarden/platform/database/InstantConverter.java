package org.keywarden.platform.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Instants as timestamps with time zone; EclipseLink would store them as blobs. It hands over what
 * the driver returns: a {@link Timestamp} from PostgreSQL, an {@link OffsetDateTime} from H2.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<@Nullable Instant, @Nullable Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Object stored) {
        if (stored instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return stored == null ? null : ((Timestamp) stored).toInstant();
    }
}
