package org.keywarden.providers;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue holds of a provider: what an administrator said, or what it was shipped with.
 *
 * @param slug its name in URLs: 2–40 of {@code [a-z0-9-]}
 * @param displayName what people read: 1–100 code points
 * @param description may be empty, at most 500 code points
 * @param icon the name of a picture, may be empty, at most 255 code points
 * @param enabled whether developers may use it
 * @param sortOrder its place in lists, the lowest first
 * @param exchange how it gives a key
 * @param addresses where it is
 * @param clientId who we are to an OAuth server: 1–255 printable ASCII characters; {@code null} for
 *     none
 * @param scope what to ask an OAuth server for: at most 1000 characters; {@code null} for its default
 * @param timeoutSeconds how long it may take to answer: 1–10
 */
public record ProviderEntry(
        String slug,
        String displayName,
        String description,
        String icon,
        boolean enabled,
        int sortOrder,
        ExchangeStyle exchange,
        Addresses addresses,
        @Nullable String clientId,
        @Nullable String scope,
        int timeoutSeconds) {}
