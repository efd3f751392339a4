package org.keywarden.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keywarden.platform.message.Languages;

@DisplayName("The messages of the pages")
class MessagesTest {

    static List<Locale> languages() {
        return Languages.ALL;
    }

    static List<Locale> translations() {
        return Languages.ALL.stream().filter(known -> !known.equals(Languages.DEFAULT)).toList();
    }

    @Test
    @DisplayName("have a file for each module and language, and no other")
    void haveTheirFiles(TestReporter reporter) throws IOException {
        var modules = MessageTexts.modules();

        assertThat(MessageTexts.files())
                .containsExactlyInAnyOrderElementsOf(
                        modules.stream()
                                .flatMap(
                                        module ->
                                                languages().stream()
                                                        .map(to -> MessageTexts.file(module, to)))
                                .toList());
        reporter.publishEntry(
                Map.of(
                        "modules", "" + modules.size(),
                        "keys", "" + MessageTexts.in(Languages.DEFAULT).size(),
                        "languages", "" + languages().size()));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are complete, each once, and none is too many")
    @MethodSource("translations")
    void areComplete(Locale language) throws IOException {
        assertThat(MessageTexts.in(language).keySet())
                .containsExactlyInAnyOrderElementsOf(MessageTexts.in(Languages.DEFAULT).keySet());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("are translated")
    @MethodSource("translations")
    void areTranslated(Locale language) throws IOException {
        var english = MessageTexts.in(Languages.DEFAULT);

        for (var text : MessageTexts.in(language).entrySet()) {
            assertThat(text.getValue().equals(english.get(text.getKey())))
                    .describedAs("%s is as in English", text.getKey())
                    .isEqualTo(MessageLists.isSame(text.getKey(), language.getLanguage()));
        }
        assertThat(english.keySet()).containsAll(MessageLists.same());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("have the same arguments in all languages, none left out")
    @MethodSource("languages")
    void haveTheSameArguments(Locale language) throws IOException {
        var english = MessageTexts.in(Languages.DEFAULT);

        MessageTexts.in(language)
                .forEach(
                        (key, text) -> {
                            var arguments = MessageArguments.of(text);
                            assertThat(arguments)
                                    .describedAs(key)
                                    .isEqualTo(MessageArguments.of(english.get(key)));
                            assertThat(arguments.stream().map(name -> name.replaceFirst(" .*", "")))
                                    .describedAs(key)
                                    .containsExactlyElementsOf(numbers(arguments.size()));
                        });
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("decline by the rules of their language, with no case too few or too many")
    @MethodSource("languages")
    void decline(Locale language) throws IOException {
        var cases = MessageArguments.pluralsOf(language);

        MessageTexts.in(language)
                .forEach(
                        (key, text) ->
                                assertThat(MessageArguments.plurals(text))
                                        .describedAs(key)
                                        .allMatch(cases::equals));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("say something, in patterns that can be read")
    @MethodSource("languages")
    void canBeRead(Locale language) throws IOException {
        MessageTexts.in(language)
                .forEach(
                        (key, text) -> {
                            assertThat(text).describedAs(key).isNotBlank().isEqualTo(text.strip());
                            assertThat(text)
                                    .describedAs("%s: ’ is the apostrophe", key)
                                    .doesNotContain("'");
                            assertThatCode(() -> new MessageFormat(text, language))
                                    .describedAs(key)
                                    .doesNotThrowAnyException();
                        });
    }

    @Test
    @DisplayName("are all used, and none is missing")
    void areUsed() throws IOException {
        var named = new MessageUses(MessageTexts.modules()).all();
        var families = named.stream().filter(name -> name.endsWith(".")).toList();
        var used = new TreeSet<>(named);

        used.removeAll(families);
        assertThat(families).containsExactlyElementsOf(MessageLists.families());
        for (var family : families) {
            used.addAll(MessageLists.members(family).collect(Collectors.toSet()));
        }

        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(MessageTexts.in(Languages.DEFAULT).keySet());
    }
}
