package org.keywarden.audit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.message.Messages;

@DisplayName("The names of actions")
class ActionNamesTest {

    /** {@code `session.began|ended`}. */
    private static final Pattern FAMILY = Pattern.compile("`([a-z]+)\\.([a-z|-]+)`");

    @Test
    @DisplayName("are there for every action that is documented, and no other")
    void areComplete() throws IOException {
        assertThat(ActionNames.ALL)
                .containsExactlyInAnyOrderElementsOf(documented())
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("are messages")
    void areMessages() {
        var messages = new Messages();

        assertThat(ActionNames.ALL)
                .allMatch(action -> messages.knows(ActionNames.message(action).orElseThrow()));
        assertThat(ActionNames.message("thing.made")).isEmpty();
    }

    private static List<String> documented() throws IOException {
        var text = Files.readString(Path.of("src/docs/audit.md"));
        var start = text.indexOf("\nActions:");
        var paragraph = text.substring(start, text.indexOf("\n\n", start));
        return FAMILY.matcher(paragraph)
                .results()
                .flatMap(
                        family ->
                                Arrays.stream(family.group(2).split("\\|"))
                                        .map(verb -> family.group(1) + "." + verb))
                .toList();
    }
}
