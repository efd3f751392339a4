package org.keywarden.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.log.Log;

/**
 * Knows what the issuer publishes: learned when first needed, learned anew every ten minutes, and kept
 * when the issuer is silent then. One that was silent is left alone for ten seconds.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery</a>
 */
@ApplicationScoped
class Issuer {

    private static final Log LOG = Log.of(Issuer.class);
    private static final String METADATA = "/.well-known/openid-configuration";
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Inject Configuration configuration;
    @Inject IssuerHttp http;
    @Inject Clock clock;

    private volatile @Nullable IssuerMetadata known;
    private volatile Instant askAgainAt = Instant.MIN;

    /**
     * What it publishes.
     *
     * @throws NotSignedInException if it never said, or said nonsense
     */
    IssuerMetadata metadata() {
        var now = clock.instant();
        if (!now.isBefore(askAgainAt)) {
            learn(now);
        }
        var metadata = known;
        if (metadata == null) {
            throw NotSignedInException.unavailable("Its metadata could not be had just now");
        }
        return metadata;
    }

    /** While one asks, the others go by what is known; if nothing is, they ask as well. */
    private void learn(Instant now) {
        if (known != null) {
            askAgainAt = now.plus(PAUSE);
        }
        try {
            known = discovered();
            askAgainAt = now.plus(FRESH);
        } catch (NotSignedInException e) {
            askAgainAt = clock.instant().plus(PAUSE);
            LOG.warning("The issuer's metadata cannot be had", "cause", e.getMessage());
        }
    }

    private IssuerMetadata discovered() {
        var issuer = Settings.of(configuration).issuer().toString();
        var published = published(URI.create(issuer.replaceAll("/$", "") + METADATA));
        if (!published.getIssuer().getValue().equals(issuer)) {
            throw NotSignedInException.unavailable("Its metadata are another issuer's");
        }
        var needsTls = configuration.isProduction();
        var keys = keys(IssuerMetadata.checked(published.getJWKSetURI(), needsTls));
        return IssuerMetadata.of(published, keys, needsTls);
    }

    private OIDCProviderMetadata published(URI where) {
        try {
            return OIDCProviderMetadata.parse(text(where));
        } catch (ParseException | IllegalArgumentException e) {
            throw NotSignedInException.unavailable("Its metadata are not as the standard says");
        }
    }

    private String text(URI where) {
        var answer = http.send(new HttpUriRequestBase("GET", where));
        if (answer.status() != 200) {
            throw NotSignedInException.unavailable("It answers with status " + answer.status());
        }
        return answer.body();
    }

    /** Not asked for more than twice in half a minute, whatever tokens come. */
    private JWKSource<SecurityContext> keys(URI where) {
        try {
            return JWKSourceBuilder.create(where.toURL(), this::keySet)
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("Only http and https come here", e);
        }
    }

    private Resource keySet(URL where) throws IOException {
        try {
            return new Resource(text(URI.create(where.toString())), "application/json");
        } catch (NotSignedInException e) {
            throw new IOException(e);
        }
    }
}
