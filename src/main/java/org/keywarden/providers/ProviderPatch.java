package org.keywarden.providers;

import org.openapitools.jackson.nullable.JsonNullable;

/**
 * The wish to change a provider. What is undefined stays; {@code null} clears what an entry can be
 * without.
 *
 * @see ProviderEntry for what each may be
 */
public record ProviderPatch(
        JsonNullable<String> slug,
        JsonNullable<String> displayName,
        JsonNullable<String> description,
        JsonNullable<String> icon,
        JsonNullable<Boolean> enabled,
        JsonNullable<Integer> sortOrder,
        JsonNullable<ExchangeStyle> exchange,
        JsonNullable<String> authUrl,
        JsonNullable<String> apiBase,
        JsonNullable<String> issuer,
        JsonNullable<String> tokenUrl,
        JsonNullable<String> clientId,
        JsonNullable<ClientSecret> clientSecret,
        JsonNullable<String> scope,
        JsonNullable<String> revocationUrl,
        JsonNullable<Integer> timeoutSeconds) {

    /** What an entry becomes by this wish. */
    ProviderEntry onto(ProviderEntry before) {
        return new ProviderEntry(
                slug.orElse(before.slug()),
                displayName.orElse(before.displayName()),
                description.orElse(before.description()),
                icon.orElse(before.icon()),
                enabled.orElse(before.enabled()),
                sortOrder.orElse(before.sortOrder()),
                exchange.orElse(before.exchange()),
                onto(before.addresses()),
                clientId.orElse(before.clientId()),
                scope.orElse(before.scope()),
                timeoutSeconds.orElse(before.timeoutSeconds()));
    }

    private Addresses onto(Addresses before) {
        return new Addresses(
                authUrl.orElse(before.authUrl()),
                apiBase.orElse(before.apiBase()),
                issuer.orElse(before.issuer()),
                tokenUrl.orElse(before.tokenUrl()),
                revocationUrl.orElse(before.revocationUrl()));
    }

    /** Whether it is to be put to use, be it in use already. */
    boolean enables() {
        return enabled.orElse(false);
    }
}
