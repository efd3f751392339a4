package org.keywarden.exchange;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.keywarden.providers.Endpoints;
import org.keywarden.providers.ExchangeStyle;
import org.keywarden.providers.Provider;
import org.keywarden.providers.ProviderId;

/** Providers for tests, good ones of the token style unless a test says otherwise. */
final class AProvider {

    private final ExchangeStyle style;
    private final URI apiBase;
    private URI authUrl = URI.create("https://acme.test/sign-in");
    private @Nullable URI issuer;
    private @Nullable URI tokenUrl;
    private @Nullable URI revocationUrl;
    private @Nullable String clientId;
    private @Nullable String scope;
    private int number = 1;
    private int timeoutSeconds = 10;

    private AProvider(ExchangeStyle style, URI apiBase) {
        this.style = style;
        this.apiBase = apiBase;
    }

    /** One that is never asked by name. */
    static final Provider ANY = ofTokensAt(URI.create("http://localhost")).provider();

    static AProvider ofTokensAt(URI apiBase) {
        return new AProvider(ExchangeStyle.TOKEN, apiBase);
    }

    static AProvider ofCodesAt(URI apiBase) {
        return new AProvider(ExchangeStyle.AUTHORIZATION_CODE, apiBase).knowingUsAs("keywarden");
    }

    AProvider within(int seconds) {
        timeoutSeconds = seconds;
        return this;
    }

    /** Another than those of other numbers. */
    AProvider number(int other) {
        number = other;
        return this;
    }

    AProvider signingInAt(String url) {
        authUrl = URI.create(url);
        return this;
    }

    AProvider issuingAs(URI url) {
        issuer = url;
        return this;
    }

    AProvider givingTokensAt(URI url) {
        tokenUrl = url;
        return this;
    }

    AProvider revokingAt(URI url) {
        revocationUrl = url;
        return this;
    }

    AProvider knowingUsAs(@Nullable String id) {
        clientId = id;
        return this;
    }

    AProvider askedFor(String scopes) {
        scope = scopes;
        return this;
    }

    Provider provider() {
        return new Provider(
                ProviderId.parse("prv_%032x".formatted(number)).orElseThrow(),
                "acme",
                "Acme",
                "",
                "",
                true,
                1,
                new Endpoints(
                        style,
                        authUrl,
                        apiBase,
                        issuer,
                        tokenUrl,
                        clientId,
                        scope,
                        revocationUrl,
                        timeoutSeconds));
    }
}
