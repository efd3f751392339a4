package org.keywarden.keys.secret;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.keywarden.platform.crypto.Hmac;
import org.keywarden.platform.crypto.MasterSecret;

/**
 * Turns keys into the digests that the database holds: HMAC-SHA-256 with a pepper that it does not
 * hold. A stolen database is then no list of keys, not even one to guess at. ADR 4.
 *
 * <p>A digest that was imported goes through a pepper of its own, so that whoever presents its text
 * as a key finds nothing. ADR 18.
 */
@ApplicationScoped
public class Pepper {

    private static final String PURPOSE = "keywarden/pepper/v1";
    private static final String PURPOSE_IMPORTED = "keywarden/pepper/imported/v1";

    @Inject MasterSecret secret;

    private List<Hmac> peppers = List.of();
    private List<Hmac> peppersOfImported = List.of();

    @PostConstruct
    void derive() {
        peppers = secret.hmacs(PURPOSE);
        peppersOfImported = secret.hmacs(PURPOSE_IMPORTED);
    }

    /** The digest under the newest pepper: 43 characters of base64url. */
    public String digest(String key) {
        return peppers.get(0).of(key);
    }

    /** The digests that a key may be stored under, the newest pepper's first. */
    public List<String> digests(String key) {
        return peppers.stream().map(pepper -> pepper.of(key)).toList();
    }

    /** As {@link #digests(String)}, for a key of which only a digest was imported. */
    public List<String> digests(ImportedDigest imported) {
        return peppersOfImported.stream().map(pepper -> pepper.of(imported.text())).toList();
    }
}
