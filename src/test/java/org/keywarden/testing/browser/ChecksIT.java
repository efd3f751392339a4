package org.keywarden.testing.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
@DisplayName("The checks of pages")
class ChecksIT {

    private static final String PAGE =
            "<!doctype html><html lang=en><title>Page</title><main><h1>Page</h1>%s</main></html>";

    @ParameterizedTest(name = "{0}")
    @DisplayName("find what is too wide")
    @ValueSource(
            strings = {
                "<p style='width: 2000px'>wide</p>",
                "<div style='overflow: hidden'><p>fits</p></div><p style='margin-left: -99px'>left</p>",
                "<p style='width: 50px; white-space: nowrap'>text that does not fit</p>"
            })
    void findOverflow(String content, Browsing browsing) {
        var page = browsing.narrow().page();

        page.setContent(PAGE.formatted(content));

        assertThatThrownBy(() -> Layout.requireNoOverflow(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("in 390 px")
                .hasMessageContaining("<p style");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("let pass what scrolls by itself, and what is hidden outside of the window")
    @ValueSource(
            strings = {
                "<div style='overflow-x: auto'><p style='width: 2000px'>wide</p></div>",
                "<p style='position: absolute; left: -9999px'>for screen readers</p>",
                "<input value='much more text than this little field has room for'>"
            })
    void letScrollersPass(String content, Browsing browsing) {
        var page = browsing.narrow().page();

        page.setContent(PAGE.formatted(content));

        assertThatCode(() -> Layout.requireNoOverflow(page)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("find what is not accessible, in the scheme in which it is so")
    void findBarriers(Browsing browsing) {
        var page = browsing.page();
        page.setContent(PAGE.formatted("<img src='data:,'>"));

        assertThatThrownBy(() -> Axe.check(page))
                .hasMessageContaining("image-alt (critical)")
                .hasMessageContaining("<img src=\"data:,\">");

        var pale = "<style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>";
        page.setContent(PAGE.formatted(pale + "<p>pale</p>"));

        Axe.check(page);
        assertThatThrownBy(() -> Axe.checkBothSchemes(page))
                .hasMessageContaining("In DARK")
                .hasMessageContaining("color-contrast");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("find keys in the place of messages")
    @ValueSource(
            strings = {
                "<p>signIn.title</p>",
                "<p>???no.such???</p>",
                "<input type=submit value='signIn.noSuch'>",
                "<a href='/' aria-label='handOff.denied.title'>link</a>"
            })
    void findKeys(String content, Browsing browsing) {
        var page = browsing.page();

        page.setContent(PAGE.formatted(content));

        assertThatThrownBy(() -> Texts.requireNoKeys(page)).isInstanceOf(AssertionError.class);
    }

    @Test
    @DisplayName("take no address for a key")
    void takeNoAddressForKey(Browsing browsing) {
        var page = browsing.page();

        page.setContent(PAGE.formatted("<p>anna@keywarden.test reads www.example.com?</p>"));

        assertThatCode(() -> Texts.requireNoKeys(page)).doesNotThrowAnyException();
    }
}
