package org.keywarden.providers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A provider as the database knows it. */
@Entity
@Table(name = "billing_provider")
class BillingProvider {

    static final Comparator<BillingProvider> IN_ORDER =
            Comparator.comparingInt((BillingProvider provider) -> provider.sortOrder)
                    .thenComparing(provider -> provider.slug);

    @Id private String id;

    @Version private int version;

    private String slug;

    @Column(name = "display_name")
    private String displayName;

    private String description;

    private String icon;

    private boolean enabled;

    @Column(name = "sort_order")
    private int sortOrder;

    @Enumerated(EnumType.STRING)
    private ExchangeStyle exchange;

    @Column(name = "auth_url")
    private @Nullable String authUrl;

    @Column(name = "api_base")
    private @Nullable String apiBase;

    private @Nullable String issuer;

    @Column(name = "token_url")
    private @Nullable String tokenUrl;

    @Column(name = "client_id")
    private @Nullable String clientId;

    /** Sealed. */
    @Column(name = "client_secret")
    private @Nullable String clientSecret;

    private @Nullable String scope;

    @Column(name = "revocation_url")
    private @Nullable String revocationUrl;

    @Column(name = "timeout_seconds")
    private int timeoutSeconds;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected BillingProvider() {} // for JPA

    @SuppressWarnings("NullAway.Init") // what is not said here is in the entry
    BillingProvider(ProviderId id, ProviderEntry entry, Instant createdAt) {
        this.id = id.value();
        this.createdAt = createdAt;
        change(entry);
    }

    ProviderId id() {
        return new ProviderId(id);
    }

    ProviderEntry entry() {
        return new ProviderEntry(
                slug,
                displayName,
                description,
                icon,
                enabled,
                sortOrder,
                exchange,
                new Addresses(authUrl, apiBase, issuer, tokenUrl, revocationUrl),
                clientId,
                scope,
                timeoutSeconds);
    }

    @Nullable String sealedSecret() {
        return clientSecret;
    }

    Instant createdAt() {
        return createdAt;
    }

    final void change(ProviderEntry entry) {
        slug = entry.slug();
        displayName = entry.displayName();
        description = entry.description();
        icon = entry.icon();
        enabled = entry.enabled();
        sortOrder = entry.sortOrder();
        exchange = entry.exchange();
        authUrl = entry.addresses().authUrl();
        apiBase = entry.addresses().apiBase();
        issuer = entry.addresses().issuer();
        tokenUrl = entry.addresses().tokenUrl();
        revocationUrl = entry.addresses().revocationUrl();
        clientId = entry.clientId();
        scope = entry.scope();
        timeoutSeconds = entry.timeoutSeconds();
    }

    void place(int place) {
        sortOrder = place;
    }

    /** Replaces the client secret, which comes sealed; {@code null} removes it. */
    void replaceSecret(@Nullable String sealed) {
        clientSecret = sealed;
    }
}
