package org.keywarden.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.problem.ValidationException;

/** What an entry must be like, beyond what its fields say one by one. */
@ApplicationScoped
class EntryRules {

    @Inject Configuration configuration;
    @Inject ShippedProviders shipped;

    /**
     * Checks what an entry is to become. An address that stays is none of this change's business: it
     * may have come from a time before production.
     *
     * @param before {@code null} for a new one
     * @param secret {@code null} if the change brings none
     * @throws ValidationException naming every mistake
     */
    void check(@Nullable ProviderEntry before, ProviderEntry after, @Nullable ClientSecret secret) {
        var check = new EntryCheck(new AddressRule(configuration.isProduction()));
        checkSlug(check, before == null ? null : before.slug(), after.slug());
        if (shipped.find(after.slug()).isEmpty()) {
            check.required("authUrl", after.addresses().authUrl());
            check.required("apiBase", after.addresses().apiBase());
        }
        check.addresses(before == null ? Addresses.NONE : before.addresses(), after.addresses());
        check.client(after, secret);
        check.refuse();
    }

    /** The slug of a shipped provider is what makes it one. */
    private void checkSlug(EntryCheck check, @Nullable String before, String after) {
        if (after.equals(before)) {
            return;
        }
        if (Slug.parse(after).isEmpty()) {
            check.invalid("slug", "must be 2 to 40 of a-z, 0-9 and -");
        } else if (shipped.isForbidden(after)) {
            check.invalid("slug", "is reserved for development");
        } else if (before != null && shipped.find(before).isPresent()) {
            check.invalid("slug", "cannot change, since the provider is shipped");
        } else if (before != null && shipped.find(after).isPresent()) {
            check.invalid("slug", "is reserved for a shipped provider");
        }
    }
}
