package org.keywarden.providers;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent.Change;

/** What is different between two states of an entry, under the names of the API. */
class EntryChanges {

    private static final String SET = "set"; // whatever the client secret is, this is all to say

    private final Changes changes = new Changes();
    private final @Nullable ProviderEntry before;
    private final @Nullable ProviderEntry after;

    /**
     * @param before {@code null} for a new one
     * @param after {@code null} for one that is gone
     */
    EntryChanges(@Nullable ProviderEntry before, @Nullable ProviderEntry after) {
        this.before = before;
        this.after = after;
        note("slug", ProviderEntry::slug);
        note("displayName", ProviderEntry::displayName);
        note("description", ProviderEntry::description);
        note("icon", ProviderEntry::icon);
        note("enabled", ProviderEntry::enabled);
        note("sortOrder", ProviderEntry::sortOrder);
        note("exchange", entry -> entry.exchange().wireName());
        note("authUrl", entry -> entry.addresses().authUrl());
        note("apiBase", entry -> entry.addresses().apiBase());
        note("issuer", entry -> entry.addresses().issuer());
        note("tokenUrl", entry -> entry.addresses().tokenUrl());
        note("clientId", ProviderEntry::clientId);
        note("scope", ProviderEntry::scope);
        note("timeoutSeconds", ProviderEntry::timeoutSeconds);
        note("revocationUrl", entry -> entry.addresses().revocationUrl());
    }

    private void note(String field, Function<ProviderEntry, @Nullable Object> value) {
        changes.note(
                field,
                before == null ? null : value.apply(before),
                after == null ? null : value.apply(after));
    }

    /** Notes that the client secret was set, replaced or removed, and never what it is. */
    void noteSecret(@Nullable String sealedBefore, @Nullable String sealedAfter) {
        if (sealedBefore != null && sealedAfter != null && !sealedBefore.equals(sealedAfter)) {
            changes.note("clientSecret", SET, "replaced");
        } else {
            changes.note(
                    "clientSecret",
                    sealedBefore == null ? null : SET,
                    sealedAfter == null ? null : SET);
        }
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    Map<String, Change> asMap() {
        return changes.asMap();
    }
}
