package org.keywarden.providers;

import java.time.Instant;

/**
 * A provider as administrators see it.
 *
 * @param hasClientSecret whether one is kept; it is never shown
 * @param isShipped whether it has default addresses
 */
public record CatalogueEntry(
        Provider provider, boolean hasClientSecret, boolean isShipped, Instant createdAt) {}
