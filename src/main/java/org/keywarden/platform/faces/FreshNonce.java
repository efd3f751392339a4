package org.keywarden.platform.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a page that answers a form a nonce of its own, as every other page has. PrimeFaces would take
 * that of the page before, which its script adds to forms: without script, and on pages without its
 * script, there is none, and it would fail. Answers to a script keep the nonce of the page they go to.
 */
@SuppressWarnings("unchecked") // the wrapper of the API has a raw type where the API has none
class FreshNonce extends ExternalContextWrapper {

    private static final String PARAMETER = "primefaces.nonce";

    private @Nullable Map<String, String> parameters;

    FreshNonce(ExternalContext faces) {
        super(faces);
    }

    @Override
    public Map<String, String> getRequestParameterMap() {
        if (parameters == null) {
            parameters = withNonce(super.getRequestParameterMap());
        }
        return parameters;
    }

    private Map<String, String> withNonce(Map<String, String> sent) {
        if (isByScript(sent) && isNonce(sent.get(PARAMETER))) {
            return sent;
        }
        var all = new HashMap<>(sent);
        var random = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        all.put(PARAMETER, Base64.getEncoder().encodeToString(random));
        return all;
    }

    /** As PrimeFaces makes them; it fails at others, half-way through the answer. */
    private static boolean isNonce(@Nullable String sent) {
        try {
            var text = Base64.getDecoder().decode(sent == null ? "" : sent);
            UUID.fromString(new String(text, StandardCharsets.US_ASCII));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isByScript(Map<String, String> sent) {
        return "partial/ajax".equals(getRequestHeaderMap().get("Faces-Request"))
                || "true".equals(sent.get("jakarta.faces.partial.ajax"));
    }
}
