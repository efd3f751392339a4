package org.keywarden.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("An expression of a page")
class PageTextsIT {

    static final String PATH = "texts-of-tests.xhtml";

    @Inject BeanManager beans;
    @ArquillianResource URL server;

    @Test
    @DisplayName("finds texts by their keys, and an unknown one is an error")
    void findsTexts() {
        assertThat(eval("msg['signIn.title']")).isEqualTo("Sign in");
        assertThat(eval("msg['signIn.'.concat('title')]")).isEqualTo("Sign in");
        assertThatThrownBy(() -> eval("msg['signIn.nothing']"))
                .hasStackTraceContaining("signIn.nothing");
    }

    @Test
    @DisplayName("gives a text up to five arguments and more")
    void givesArguments() {
        assertThat(eval("msg.of('signIn.title')")).isEqualTo("Sign in");
        assertThat(eval("msg.of('signIn.signedInAs', null)")).isEqualTo("You are signed in as .");
        assertThat(eval("msg.of('signIn.signedInAs', 'anna')"))
                .isEqualTo("You are signed in as anna.");
        for (var arguments : new String[] {"1, 'b'", "1, 'b', 3, 4.5, true"}) {
            int count = arguments.split(",", -1).length;
            assertThatThrownBy(() -> eval("msg.of('signIn.title', " + arguments + ")"))
                    .hasStackTraceContaining("has 0 arguments, not " + count);
        }
    }

    @Test
    @DisplayName("writes times and numbers, and nothing for none")
    void writesTimes() {
        assertThat(eval("times.iso(testTimes.then)")).isEqualTo("2020-02-29T23:59:59Z");
        assertThat(eval("times.day(testTimes.then)")).isEqualTo("29 Feb 2020");
        assertThat(eval("times.relative(testTimes.then)")).asString().endsWith(" years ago");
        assertThat(eval("numbers.of(1234567)")).isEqualTo("1,234,567");
        for (var none : new String[] {"times.iso", "times.day", "times.exact", "times.relative"}) {
            assertThat(eval(none + "(testTimes.never)")).describedAs(none).isEqualTo("");
        }
        assertThat(eval("numbers.of(testTimes.never)")).isEqualTo("");
    }

    @Test
    @DisplayName(
            "shows a time with its exact one, in the language of the cookie, without a session")
    void showsTimes() throws IOException, InterruptedException {
        var answer = page("de", "keywarden-locale=fr");

        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(answer.body())
                .contains(
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fr\"",
                        "<time class=\"kw-when\" datetime=\"2020-02-29T23:59:59Z\""
                                + " title=\"29 février 2020 à 23:59 UTC\">il y a ",
                        "Vous êtes connecté en tant que &lt;b&gt;.")
                .containsOnlyOnce("<time");
        assertThat(page("de", "keywarden-locale=ja").body()).contains("lang=\"de\"", "vor ");
    }

    private Object eval(String expression) {
        var processor = new ELProcessor();
        processor.getELManager().addELResolver(beans.getELResolver());
        return processor.eval(expression);
    }

    private HttpResponse<String> page(String language, String cookie)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server + PATH))
                        .header("Accept-Language", language)
                        .header("Cookie", cookie)
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    static StringAsset page() {
        return new StringAsset(
                """
                <!DOCTYPE html>
                <html xmlns="http://www.w3.org/1999/xhtml" xmlns:f="jakarta.faces.core"
                  xmlns:kw="https://keywarden.org/ns/faces"
                  lang="#{facesContext.viewRoot.locale.language}">
                  <f:view transient="true"><body>
                    <p>#{msg.of('signIn.signedInAs', testTimes.markup)}</p>
                    <p><kw:when value="#{testTimes.then}" /></p>
                    <p><kw:when value="#{testTimes.never}" /></p>
                  </body></f:view>
                </html>
                """);
    }

    /** What the expressions name. */
    @Named
    @ApplicationScoped
    public static class TestTimes {

        public Instant getThen() {
            return Instant.parse("2020-02-29T23:59:59Z");
        }

        public Instant getNever() {
            return null;
        }

        public String getMarkup() {
            return "<b>";
        }
    }
}
