package org.keywarden.providers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

/** Gathers what is wrong with an entry, so that all of it is said at once. */
class EntryCheck {

    private final AddressRule rule;
    private final List<Violation> violations = new ArrayList<>();

    EntryCheck(AddressRule rule) {
        this.rule = rule;
    }

    /** Only where nothing is appended, and nothing compared to the letter, a query may stand. */
    void addresses(Addresses before, Addresses after) {
        address("authUrl", before.authUrl(), after.authUrl(), true);
        address("apiBase", before.apiBase(), after.apiBase(), false);
        address("issuer", before.issuer(), after.issuer(), false);
        address("tokenUrl", before.tokenUrl(), after.tokenUrl(), true);
        address("revocationUrl", before.revocationUrl(), after.revocationUrl(), true);
    }

    private void address(
            String field, @Nullable String before, @Nullable String after, boolean mayHaveQuery) {
        if (after != null && !after.equals(before)) {
            rule.complaint(after, mayHaveQuery).ifPresent(message -> invalid(field, message));
        }
    }

    /**
     * What we tell an OAuth server of us.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-A">RFC 6749, appendix A</a>
     */
    void client(ProviderEntry entry, @Nullable ClientSecret secret) {
        if (entry.exchange() == ExchangeStyle.AUTHORIZATION_CODE) {
            required("clientId", entry.clientId());
        }
        visible("clientId", entry.clientId());
        visible("clientSecret", secret == null ? null : secret.text());
        visible("scope", entry.scope());
        if (entry.scope() != null && entry.scope().matches(".*[\"\\\\].*")) {
            invalid("scope", "must have neither \" nor \\");
        }
    }

    private void visible(String field, @Nullable String text) {
        if (text != null && !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            invalid(field, "must be printable ASCII");
        }
    }

    void required(String field, @Nullable String value) {
        if (value == null) {
            violations.add(new Violation(field, "REQUIRED", "is required"));
        }
    }

    void invalid(String field, String message) {
        violations.add(new Violation(field, "INVALID", message));
    }

    /**
     * @throws ValidationException if something is wrong
     */
    void refuse() {
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
    }
}
