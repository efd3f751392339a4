package org.keywarden.oidc;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.util.Timeout;

/** Makes an HTTP client that does what it is told and nothing by itself: a code is never sent twice. */
final class IssuerClient {

    private IssuerClient() {}

    static CloseableHttpClient of(Duration limit, int maxCalls) {
        var timeout = Timeout.of(limit);
        return HttpClients.custom()
                .setConnectionManager(connections(timeout, maxCalls))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(timeout)
                                .setResponseTimeout(timeout)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .setUserAgent("Keywarden")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static HttpClientConnectionManager connections(Timeout timeout, int maxCalls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(maxCalls)
                .setMaxConnTotal(maxCalls)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .build())
                .build();
    }
}
