package org.keywarden.testing.browser;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BrowserTest
@DisplayName("A browser test")
class WatchIT {

    @ParameterizedTest(name = "{1}")
    @DisplayName("fails by what the browser met and nobody should")
    @CsvSource(
            delimiter = '|',
            value = {
                "console.error('oh dear')                             | console error: oh dear",
                "console.warn('oh dear')                              | console warning: oh dear",
                "setTimeout(() => { throw Error('oh dear') })         | uncaught: Error: oh dear",
                "document.body.setAttribute('onclick', 'alert(1)')    | Content Security Policy",
                "fetch('https://keywarden.invalid/').catch(() => 0)   | Content Security Policy",
                "fetch('/no/such').then(answer => answer.text())      | answer 404",
                "open('http://127.0.0.1:1/')                          | to another origin"
            })
    void fails(String script, String finding, Browsing browsing) {
        var visits = browsing.apart();
        var page = pageOf(visits);

        run(page, script);

        assertThatThrownBy(() -> visits.end(false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(finding)
                .hasMessageContaining("target/browser/WatchIT-fails");
    }

    @Test
    @DisplayName("does not fail by what it announces")
    void announces(Browsing browsing) {
        var visits = browsing.apart();
        visits.watch().expect(Expected.status(404, "/no/such"));
        visits.watch().expect(Expected.console("oh dear"));
        visits.watch().expect(Expected.origin("http://127.0.0.1:1"));
        var page = pageOf(visits);

        run(page, "fetch('/no/such?a=b').then(answer => answer.text())");
        run(page, "console.error('oh dear')");
        run(page, "open('http://127.0.0.1:1/')");

        assertThatCode(() -> visits.end(false)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("fails if what it announces does not happen")
    void missesWhatItAnnounces(Browsing browsing) {
        var visits = browsing.apart();
        visits.watch().expect(Expected.status(404, "/no/such"));
        pageOf(visits);

        assertThatThrownBy(() -> visits.end(false))
                .hasMessageContaining("not, as expected, an answer of 404 by /no/such");
    }

    private static Page pageOf(Visits visits) {
        var page = visits.open(View.DEFAULT).newPage();
        page.navigate("/sign-in");
        return page;
    }

    /** And waits for the task after it, and for what it asked the server. */
    private static void run(Page page, String script) {
        var done = "async () => { await (%s); await new Promise(r => setTimeout(r)); }";
        page.evaluate(done.formatted(script));
    }
}
