package org.keywarden.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A time on a page")
class TimeTextsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:03:00Z");

    private final TimeTexts texts = new TimeTexts();

    @BeforeEach
    void setMessages() {
        texts.messages = new Messages();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("is as far from now as people say")
    @CsvSource({
        "PT0S, just now",
        "PT-4.999S, just now",
        "PT-5S, 5 seconds ago",
        "PT0.2S, in 1 second",
        "PT59.4S, in 59 seconds",
        "PT59.5S, in 1 minute",
        "PT-59M-29S, 59 minutes ago",
        "PT-59M-30S, 1 hour ago",
        "PT-3H, 3 hours ago",
        "PT23H29M, in 23 hours",
        "PT23H30M, in 1 day",
        "PT167H59M59S, in 7 days",
        "P6D, in 6 days",
        "P30D, in 30 days",
        "P59D, in 59 days",
        "P60D, in 2 months",
        "P90D, in 3 months",
        "P180D, in 6 months",
        "P365D, in 1 year",
        "P-800D, 2 years ago",
        "P36500D, in 100 years"
    })
    void isRelative(Duration distance, String text) {
        assertThat(texts.relative(Locale.ENGLISH, NOW.plus(distance), NOW)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is said in nine languages")
    @CsvSource({
        "en, in 6 days, 3 hours ago, just now",
        "de, in 6 Tagen, vor 3 Stunden, gerade eben",
        "es, dentro de 6 días, hace 3 horas, ahora mismo",
        "fr, dans 6 jours, il y a 3 heures, à l’instant",
        "it, tra 6 giorni, 3 ore fa, proprio ora",
        "nl, over 6 dagen, 3 uur geleden, zojuist",
        "pl, za 6 dni, 3 godziny temu, przed chwilą",
        "pt, dentro de 6 dias, há 3 horas, agora mesmo",
        "ru, через 6 дней, 3 часа назад, только что"
    })
    void speaks(String language, String future, String past, String present) {
        var locale = Locale.forLanguageTag(language);

        assertThat(texts.relative(locale, NOW.plus(Duration.ofDays(6)), NOW)).isEqualTo(future);
        assertThat(texts.relative(locale, NOW.minus(Duration.ofHours(3)), NOW)).isEqualTo(past);
        assertThat(texts.relative(locale, NOW, NOW)).isEqualTo(present);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("declines as Slavs do")
    @CsvSource({
        "ru, 1, через 1 день",
        "ru, 2, через 2 дня",
        "ru, 11, через 11 дней",
        "ru, 21, через 21 день",
        "pl, 1, za 1 dzień",
        "pl, 2, za 2 dni",
        "pl, 5, za 5 dni"
    })
    void declines(String language, int days, String text) {
        assertThat(
                        texts.relative(
                                Locale.forLanguageTag(language),
                                NOW.plus(Duration.ofDays(days)),
                                NOW))
                .isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is exact to the minute, in UTC, and short as a day")
    @CsvSource({
        "en, 22 November 2026 at 14:03 UTC, 22 Nov 2026",
        "de, 22. November 2026 um 14:03 UTC, 22. Nov. 2026",
        "es, 22 de noviembre de 2026 a las 14:03 UTC, 22 nov 2026",
        "fr, 22 novembre 2026 à 14:03 UTC, 22 nov. 2026",
        "it, 22 novembre 2026 alle ore 14:03 UTC, 22 nov 2026",
        "nl, 22 november 2026 om 14:03 UTC, 22 nov 2026",
        "pl, 22 listopada 2026 14:03 UTC, 22 lis 2026",
        "pt, 22 de novembro de 2026 às 14:03 UTC, 22/11/2026",
        "ru, 22 ноября 2026 г. в 14:03 UTC, 22 нояб. 2026 г."
    })
    void isExact(String language, String exact, String day) {
        var locale = Locale.forLanguageTag(language);

        assertThat(texts.exact(locale, NOW).replaceAll("[\u00a0\u202f]", " ")).isEqualTo(exact);
        assertThat(texts.day(locale, NOW).replaceAll("[\u00a0\u202f]", " ")).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is short where the year is known")
    @CsvSource({
        "en, 22 Nov, '22 Nov, 14:03', 14:03",
        "de, 22. Nov., '22. Nov., 14:03', 14:03",
        "fr, 22 nov., '22 nov., 14:03', 14:03",
        "ru, 22 нояб., '22 нояб., 14:03', 14:03"
    })
    void isShort(String language, String day, String hour, String hourOfDay) {
        var locale = Locale.forLanguageTag(language);

        assertThat(texts.dayOfYear(locale, NOW).replace('\u00a0', ' ')).isEqualTo(day);
        assertThat(texts.hour(locale, NOW).replace('\u00a0', ' ')).isEqualTo(hour);
        assertThat(texts.hourOfDay(locale, NOW)).isEqualTo(hourOfDay);
    }
}
