package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
@DisplayName("A resource that says nothing but its path")
class ForgetfulResourceIT {

    @ArquillianResource URL server;

    @Test
    @DisplayName("is closed to anybody without a credential")
    void isClosed() throws Exception {
        for (var method : new String[] {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"}) {
            assertThat(status(method, "")).describedAs(method).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("asks a key for the scope of the HTTP method")
    void asksForScopes() throws Exception {
        var session = client().signIn();
        var reader = client().newKey(session, "read");
        var updater = client().newKey(session, "update");

        assertThat(status("GET", reader)).isEqualTo(200);
        assertThat(status("POST", reader)).isEqualTo(403);
        assertThat(status("PUT", reader)).isEqualTo(403);
        assertThat(status("PATCH", reader)).isEqualTo(403);
        assertThat(status("DELETE", reader)).isEqualTo(403);
        assertThat(status("PUT", updater)).isEqualTo(200);
        assertThat(status("PATCH", updater)).isEqualTo(200);
        assertThat(status("GET", updater)).isEqualTo(403);
    }

    @Test
    @DisplayName("is open to a session, which scopes do not bind")
    void isOpenToSessions() throws Exception {
        var session = client().signIn();

        assertThat(status("GET", session)).isEqualTo(200);
        assertThat(status("DELETE", session)).isEqualTo(200);
    }

    private int status(String method, String token) throws IOException, InterruptedException {
        return client().send(method, "forgetful", token, "").statusCode();
    }

    private HttpClientOfTests client() {
        return new HttpClientOfTests(server);
    }
}
