package org.keywarden.providers.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Texts;
import org.keywarden.providers.Addresses;
import org.keywarden.providers.CatalogueEntry;
import org.keywarden.providers.ClientSecret;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.ProviderEntry;
import org.keywarden.providers.ProviderPatch;
import org.openapitools.jackson.nullable.JsonNullable;

/**
 * What an administrator types of a provider, by the names of the API. The client secret is not among
 * it.
 *
 * @see SecretChoice
 */
public class ProviderForm {

    /** Wherever the client secret may be sent, directly or since the metadata there says so. */
    private static final List<String> ADDRESSES =
            List.of("authUrl", "apiBase", "issuer", "tokenUrl", "revocationUrl");

    private final Map<String, String> fields;
    private boolean enabled;

    private ProviderForm(Map<String, String> fields, boolean enabled) {
        this.fields = fields;
        this.enabled = enabled;
    }

    /** A new one, as most are. */
    static ProviderForm blank() {
        var fields = new HashMap<String, String>();
        fields.put("exchange", ExchangeStyle.TOKEN.wireName());
        fields.put("timeoutSeconds", "" + Endpoints.MAX_TIMEOUT_SECONDS);
        return new ProviderForm(fields, true);
    }

    static ProviderForm of(CatalogueEntry entry) {
        var provider = entry.provider();
        var endpoints = provider.endpoints();
        var fields = new HashMap<String, String>();
        fields.put("slug", provider.slug());
        fields.put("displayName", provider.displayName());
        fields.put("description", provider.description());
        fields.put("icon", provider.icon());
        fields.put("exchange", endpoints.exchange().wireName());
        fields.put("authUrl", endpoints.authUrl().toString());
        fields.put("apiBase", endpoints.apiBase().toString());
        fields.put("issuer", Objects.toString(endpoints.issuer(), ""));
        fields.put("tokenUrl", Objects.toString(endpoints.tokenUrl(), ""));
        fields.put("clientId", Objects.toString(endpoints.clientId(), ""));
        fields.put("scope", Objects.toString(endpoints.scope(), ""));
        fields.put("revocationUrl", Objects.toString(endpoints.revocationUrl(), ""));
        fields.put("timeoutSeconds", "" + endpoints.timeoutSeconds());
        return new ProviderForm(fields, provider.enabled());
    }

    /** Whether what is sent to a provider would go to another place than before. */
    boolean leadsElsewhere(ProviderForm before) {
        return ADDRESSES.stream().anyMatch(name -> !address(name).equals(before.address(name)));
    }

    private String address(String name) {
        return text(name).replaceAll("/+$", "");
    }

    /**
     * A new provider.
     *
     * @throws ValidationException if a number is none
     */
    ProviderEntry toEntry(int sortOrder) {
        return new ProviderEntry(
                text("slug"),
                text("displayName"),
                text("description"),
                text("icon"),
                enabled,
                sortOrder,
                exchange(),
                addresses(),
                orNull("clientId"),
                orNull("scope"),
                timeoutSeconds());
    }

    private Addresses addresses() {
        return new Addresses(
                orNull("authUrl"),
                orNull("apiBase"),
                orNull("issuer"),
                orNull("tokenUrl"),
                orNull("revocationUrl"));
    }

    /**
     * What is different from before, so that a default that is shown stays a default.
     *
     * @throws ValidationException if a number is none
     */
    ProviderPatch toPatch(ProviderForm before, JsonNullable<ClientSecret> secret) {
        return new ProviderPatch(
                changed(before, "slug"),
                changed(before, "displayName"),
                changed(before, "description"),
                changed(before, "icon"),
                enabled == before.enabled ? JsonNullable.undefined() : JsonNullable.of(enabled),
                JsonNullable.undefined(),
                JsonNullable.of(exchange()),
                cleared(before, "authUrl"),
                cleared(before, "apiBase"),
                cleared(before, "issuer"),
                cleared(before, "tokenUrl"),
                cleared(before, "clientId"),
                secret,
                cleared(before, "scope"),
                cleared(before, "revocationUrl"),
                JsonNullable.of(timeoutSeconds()));
    }

    private JsonNullable<String> changed(ProviderForm before, String name) {
        return text(name).equals(before.text(name))
                ? JsonNullable.undefined()
                : JsonNullable.of(text(name));
    }

    /** The same, where an entry can be without it. */
    private JsonNullable<String> cleared(ProviderForm before, String name) {
        return text(name).equals(before.text(name))
                ? JsonNullable.undefined()
                : JsonNullable.of(orNull(name));
    }

    private ExchangeStyle exchange() {
        try {
            return ExchangeStyle.of(text("exchange"));
        } catch (IllegalArgumentException e) {
            throw new ValidationException("exchange", "INVALID", "must be one of the styles");
        }
    }

    private int timeoutSeconds() {
        if (!text("timeoutSeconds").matches("[1-9]|" + Endpoints.MAX_TIMEOUT_SECONDS)) {
            throw new ValidationException("timeoutSeconds", "INVALID", "must be from 1 to 10");
        }
        return Integer.parseInt(text("timeoutSeconds"));
    }

    /** The texts of the fields; one that is missing is empty. */
    public Map<String, String> getFields() {
        return fields;
    }

    /** What people call the provider. */
    String getName() {
        return text("displayName");
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    private String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private @Nullable String orNull(String name) {
        return Texts.trimmedOrNull(text(name));
    }
}
