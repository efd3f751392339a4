package org.keywarden.providers;

/**
 * A billing provider as the application sees it.
 *
 * @param slug its name in URLs: 2–40 of {@code [a-z0-9-]}
 * @param displayName what people read, at most 100 code points
 * @param description may be empty, at most 500 code points
 * @param icon the name of a picture, may be empty
 * @param enabled whether developers may use it
 * @param sortOrder its place in lists, the lowest first
 */
public record Provider(
        ProviderId id,
        String slug,
        String displayName,
        String description,
        String icon,
        boolean enabled,
        int sortOrder,
        Endpoints endpoints) {}
