package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
@DisplayName("A resource that a locator leads to")
class SubResourceIT {

    @ArquillianResource URL server;

    @Test
    @DisplayName("is closed to anybody without a credential")
    void isClosed() throws Exception {
        for (var path : List.of("tree", "tree/oak", "tree/oak/hidden", "tree/oak/twig")) {
            assertThat(status("GET", path, "")).describedAs(path).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("asks a key for the scope of its own method, and takes none where it is hidden")
    void asksForScopes() throws Exception {
        var session = client().signIn();
        var reader = client().newKey(session, "read");
        var deleter = client().newKey(session, "delete");

        assertThat(status("GET", "tree/oak", reader)).isEqualTo(200);
        assertThat(status("HEAD", "tree/oak", reader)).isEqualTo(200);
        assertThat(status("GET", "tree/oak", deleter)).isEqualTo(403);
        assertThat(status("DELETE", "tree/oak/twig", deleter)).isEqualTo(204);
        assertThat(status("DELETE", "tree/oak/twig", reader)).isEqualTo(403);
        assertThat(status("POST", "tree/oak/hidden", reader)).isEqualTo(403);
        assertThat(status("POST", "tree/oak/hidden", session)).isEqualTo(200);
        assertThat(status("PUT", "tree/oak", session)).isEqualTo(405);
        assertThat(status("GET", "tree/oak/leaf", session)).isEqualTo(404);
    }

    private int status(String method, String path, String token)
            throws IOException, InterruptedException {
        return client().send(method, path, token, "").statusCode();
    }

    private HttpClientOfTests client() {
        return new HttpClientOfTests(server);
    }
}
