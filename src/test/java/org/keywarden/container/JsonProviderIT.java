package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@RunAsClient
@ExtendWith(ArquillianExtension.class)
@DisplayName("JSON in the container")
class JsonProviderIT {

    @ArquillianResource URL server;

    @Test
    @DisplayName("is read and written by nobody but us: of two, chance would choose at each start")
    void isOurs() throws Exception {
        var client = new HttpClientOfTests(server);

        var registered =
                HttpClientOfTests.json(client.send("GET", "registered", client.signIn(), ""));

        assertThat(StreamSupport.stream(registered.spliterator(), false))
                .extracting(name -> name.asText())
                .contains("org.keywarden.platform.json.JsonBody")
                .noneMatch(name -> name.matches(".*[.](jsonb|jackson|moxy)[.].*Provider"));
    }
}
