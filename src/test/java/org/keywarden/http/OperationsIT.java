package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.Api;
import org.keywarden.testing.KeywardenTest;

@KeywardenTest
@DisplayName("For its operators Keywarden")
class OperationsIT {

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/started", "/health/live", "/health/ready"})
    @DisplayName("tells its health to anybody")
    void tellsHealth(String path, Api api) {
        assertThat(api.getOutside(path).expect(200).text("status")).isEqualTo("UP");
    }

    @Test
    @DisplayName("counts verifications in its metrics")
    void countsVerifications(Account anna, Api api) {
        anna.verify(anna.issue().raw());

        var metrics = api.getOutside("/metrics").expect(200).body();

        assertThat(metrics).containsPattern("keywarden_verifications_total\\{[^}]*code=\"VALID\"");
    }

    @Test
    @DisplayName("describes its routes, but not the hidden ones")
    void describesRoutes(Api api) {
        var document = api.with("Accept", "application/json").getOutside("/openapi").expect(200);

        var paths = document.get("paths").fieldNames();
        assertThat(paths)
                .toIterable()
                .contains(
                        "/api/v1/developer/keys",
                        "/api/v1/developer/keys/{id}/rotate",
                        "/api/v1/developer/projects",
                        "/api/v1/keys/verify",
                        "/api/v1/auth/login",
                        "/api/v1/auth/me")
                .doesNotContain("/api/v1/auth/logout");
    }

    @Test
    @DisplayName("describes its three security schemes")
    void describesSecurity(Api api) {
        var document = api.with("Accept", "application/json").getOutside("/openapi").expect(200);

        assertThat(document.get("components.securitySchemes").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("sessionToken", "apiKey", "apiKeyHeader");
    }

    @Test
    @DisplayName("publishes the key that verifies its tokens, and no private part of it")
    void publishesKeys(Account anna, Api api) throws Exception {
        var token = SignedJWT.parse(anna.token());

        var keys = JWKSet.parse(api.getOutside("/.well-known/jwks.json").expect(200).body());

        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
        assertThat(keys.getKeys()).noneMatch(published -> published.isPrivate());
    }

    @Test
    @DisplayName("shows no page of the server it runs on")
    void showsNoPages(Api api) {
        for (var path : List.of("/api/v1/auth/me", "/nothing", "/health/ready", "/errors")) {
            var answer = api.getOutside(path);
            assertThat(answer.body()).doesNotContainIgnoringCase("payara", "glassfish");
        }
    }
}
