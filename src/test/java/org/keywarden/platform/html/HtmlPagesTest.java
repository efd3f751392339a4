package org.keywarden.platform.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.HashSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page outside of Faces")
class HtmlPagesTest {

    private static final Pattern NONCE =
            Pattern.compile("script-src 'nonce-([A-Za-z0-9+/]{22}==)'");
    private static final HtmlView VIEW =
            HtmlView.of("platform/html/example", "signIn.title")
                    .with("shown", "nothing")
                    .with("closing", false);

    private final HtmlPages pages = TestPages.at("/keys");

    @Test
    @DisplayName("is a whole document in its language, with the style sheets of all pages")
    void isWhole() {
        var page = pages.render(VIEW, Locale.GERMAN);

        assertThat(page.html())
                .startsWith("<!DOCTYPE html>\n<html lang=\"de\">")
                .contains("<meta charset=\"utf-8\">", "name=\"viewport\"")
                .contains("<title>Anmelden · Keywarden</title>")
                .containsPattern(
                        "<link rel=\"stylesheet\" href=\"/keys/assets/components\\.css\\?v&#x3D;[0-9a-f]{12}\">")
                .endsWith("</html>\n");
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html;charset=UTF-8")
                .containsEntry("Content-Language", "de")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    @DisplayName("shows every value as text")
    void escapes() {
        var page = pages.render(VIEW.with("shown", "\"><b>'x'</b>&amp;`="), Locale.ENGLISH);

        assertThat(page.html())
                .contains("&quot;&gt;&lt;b&gt;&#39;x&#39;&lt;/b&gt;&amp;amp;&#x60;&#x3D;")
                .doesNotContain("<b>");
    }

    @Test
    @DisplayName("does nothing unless it has to")
    void doesNothing() {
        var page = pages.render(VIEW, Locale.ENGLISH);

        assertThat(page.headers().get("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
                                + "form-action 'none'; frame-ancestors 'none'");
        assertThat(page.html()).doesNotContain("<script");
    }

    @Test
    @DisplayName("runs the one script that carries a nonce, which no other page has")
    void runsItsScript() {
        var nonces = new HashSet<String>();
        for (int i = 0; i < 100; i++) {
            var page = pages.render(VIEW.with("closing", true).withScript(true), Locale.ENGLISH);
            var nonce = NONCE.matcher(page.headers().get("Content-Security-Policy"));
            assertThat(nonce.find()).isTrue();
            assertThat(page.html().replace("&#x3D;", "="))
                    .containsOnlyOnce("<script nonce=\"" + nonce.group(1) + "\">");
            nonces.add(nonce.group(1));
        }

        assertThat(nonces).hasSize(100);
    }

    @Test
    @DisplayName("sends its form only where it may")
    void sendsForms() {
        var page = pages.render(VIEW.withFormTo("'self'", "http://localhost:1"), Locale.ENGLISH);

        assertThat(page.headers().get("Content-Security-Policy"))
                .contains("form-action 'self' http://localhost:1;")
                .doesNotContain("script-src");
    }

    @Test
    @DisplayName("is not shown at all when something is missing")
    void missesNothing() {
        var incomplete = HtmlView.of("platform/html/example", "signIn.title");

        assertThatThrownBy(() -> pages.render(incomplete, Locale.ENGLISH))
                .isInstanceOf(MustacheException.class);
        assertThatThrownBy(() -> pages.render(incomplete.with("shown", "x"), Locale.ENGLISH))
                .isInstanceOf(MustacheException.class);
        assertThatThrownBy(() -> pages.render(VIEW.withText("more", "no.such"), Locale.ENGLISH))
                .hasMessageContaining("no.such");
        assertThatThrownBy(() -> pages.render(HtmlView.of("no/such", "signIn.title"), Locale.ROOT))
                .hasMessageContaining("no/such");
    }

    @Test
    @DisplayName("speaks English when asked to, whatever the language of the machine")
    void ignoresTheMachine() {
        var own = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            assertThat(pages.render(VIEW, Locale.ENGLISH).html()).contains("<title>Sign in");
        } finally {
            Locale.setDefault(own);
        }
    }
}
