package org.keywarden.keys.rest;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keywarden.keys.KeyFilter;
import org.keywarden.keys.KeyStatus;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Texts;

/** The query parameters that filter a list of keys, as a {@code @BeanParam}. */
public class KeyQuery {

    private static final int MAX_TEXT = 255;

    @QueryParam("projectId")
    @Nullable String projectId;

    @QueryParam("billingProviderId")
    @Nullable String billingProviderId;

    @QueryParam("status")
    List<String> status = new ArrayList<>();

    @QueryParam("q")
    @Nullable String q;

    /**
     * Reads them; a blank one counts as absent.
     *
     * @throws ValidationException if one of them has no meaning
     */
    KeyFilter filter() {
        return new KeyFilter(
                plain("projectId", projectId),
                plain("billingProviderId", billingProviderId),
                statuses(),
                plain("q", q));
    }

    private static @Nullable String plain(String name, @Nullable String value) {
        var text = Texts.trimmedOrNull(value);
        if (text != null && (text.length() > MAX_TEXT || !Texts.isPlain(text))) {
            throw new ValidationException(
                    name,
                    "INVALID_TEXT",
                    "must have at most 255 characters, none a control character");
        }
        return text;
    }

    private Set<KeyStatus> statuses() {
        var statuses = EnumSet.noneOf(KeyStatus.class);
        for (var name : status) {
            try {
                statuses.add(KeyStatus.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new ValidationException(
                        "status", "UNKNOWN_VALUE", "must be ACTIVE, DISABLED, REVOKED or EXPIRED");
            }
        }
        return statuses;
    }
}
