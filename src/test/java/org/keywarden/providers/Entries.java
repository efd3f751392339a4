package org.keywarden.providers;

import org.openapitools.jackson.nullable.JsonNullable;

/** Entries of the catalogue for tests. */
final class Entries {

    static final Addresses ADDRESSES =
            new Addresses("https://p.example/in", "https://p.example/api", null, null, null);

    private Entries() {}

    /** One of the token style. */
    static ProviderEntry anEntry(String slug) {
        return anEntry(slug, ExchangeStyle.TOKEN, ADDRESSES);
    }

    static ProviderEntry anEntry(String slug, ExchangeStyle style, Addresses addresses) {
        return new ProviderEntry(
                slug, "Acme", "Does", "acme", true, 7, style, addresses, null, null, 10);
    }

    /** Changes nothing. */
    static ProviderPatch aPatch() {
        return new ProviderPatch(
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined(),
                JsonNullable.undefined());
    }
}
