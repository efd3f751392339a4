package org.keywarden.exchange;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/** Makes an HTTP client that does what it is told and nothing by itself. */
final class HardenedClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout SILENCE = Timeout.ofMilliseconds(ProviderHttp.LIMIT.toMillis());

    private HardenedClient() {}

    static CloseableHttpClient of(Destinations destinations, SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(connections(destinations, tls))
                .setDefaultRequestConfig(requests())
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setUserAgent("Keywarden")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                // a call is never made twice: one on a kept connection that just closes would be
                // lost
                .setConnectionReuseStrategy((request, answer, context) -> false)
                .build();
    }

    private static RequestConfig requests() {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT)
                .setResponseTimeout(SILENCE)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setRedirectsEnabled(false)
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            Destinations destinations, SSLContext tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(destinations)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                // no call ever waits for another one's connection
                .setMaxConnPerRoute(ProviderHttp.MAX_CALLS)
                .setMaxConnTotal(ProviderHttp.MAX_CALLS)
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .build())
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxHeaderCount(100)
                                                .setMaxLineLength(8 * 1024)
                                                .build())
                                .build())
                .build();
    }
}
