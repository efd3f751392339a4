package org.keywarden.handoffs.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.keywarden.handoffs.Outcome;
import org.keywarden.platform.html.HtmlPage;
import org.keywarden.platform.html.HtmlPages;
import org.keywarden.platform.html.TestPages;
import org.keywarden.platform.message.Languages;

@DisplayName("The page at the end of a hand-off")
class OutcomePagesTest {

    private final HtmlPages pages = TestPages.at("");

    @ParameterizedTest
    @DisplayName("says in nine languages what happened, each in its own words")
    @EnumSource(Outcome.class)
    void speaks(Outcome outcome) {
        var seen = new HashSet<String>();

        for (var language : Languages.ALL) {
            var html = page(outcome, language).html();
            assertThat(html)
                    .contains("lang=\"" + language.toLanguageTag() + "\"", "<h1>", "kw-next")
                    .doesNotContain("{{", "???", "<form", "<a ");
            seen.add(html.replaceFirst("(?s).*<h1>(.*?)</h1>.*", "$1"));
        }

        assertThat(seen).hasSameSizeAs(Languages.ALL);
    }

    @Test
    @DisplayName("closes itself when the key has arrived")
    void closesItself() {
        var page = page(Outcome.COMPLETE, Locale.ENGLISH);

        assertThat(page.html())
                .containsOnlyOnce("window.close()")
                .contains("role=\"status\"", "is-good");
        assertThat(page.headers().get("Content-Security-Policy")).contains("script-src 'nonce-");
    }

    @ParameterizedTest
    @DisplayName("stays, and runs nothing, when anything went wrong")
    @EnumSource(mode = Mode.EXCLUDE, names = "COMPLETE")
    void stays(Outcome outcome) {
        var page = page(outcome, Locale.ENGLISH);

        assertThat(page.html()).doesNotContain("script", "is-good").contains("role=\"alert\"");
        assertThat(page.headers().get("Content-Security-Policy")).doesNotContain("script-src");
    }

    @Test
    @DisplayName("is a success only when the key has arrived")
    void succeedsOnce() {
        for (var outcome : Outcome.values()) {
            assertThat(outcome.status()).isEqualTo(outcome == Outcome.COMPLETE ? 200 : 400);
        }
    }

    @Test
    @DisplayName("differs with what happened")
    void differs() {
        var pagesSeen = new HashSet<String>();

        for (var outcome : Outcome.values()) {
            pagesSeen.add(page(outcome, Locale.ENGLISH).html());
        }

        assertThat(pagesSeen).hasSameSizeAs(Set.of(Outcome.values()));
    }

    private HtmlPage page(Outcome outcome, Locale language) {
        return pages.render(OutcomePages.view(outcome), language);
    }
}
