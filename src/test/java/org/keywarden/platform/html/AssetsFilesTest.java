package org.keywarden.platform.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The style sheets, scripts and icons")
class AssetsFilesTest {

    private static final Path WEBAPP = Path.of("src", "main", "webapp");
    private static final Path ASSETS = WEBAPP.resolve("assets");
    private static final Pattern TOKEN_USED = Pattern.compile("var\\((--kw-[\\w-]+)");
    private static final Pattern TOKEN_SET =
            Pattern.compile("^\\s*(--kw-[\\w-]+):", Pattern.MULTILINE);
    private static final Pattern ICON = Pattern.compile("<symbol id=\"([\\w-]+)\"");
    private static final Pattern ICON_USED =
            Pattern.compile("<kw:icon name=\"([\\w-]+)\"|\\bicon=\"([\\w-]+)\"");

    @Test
    @DisplayName("use only tokens that there are, and all of them")
    void useTokens() throws IOException {
        var all =
                Stream.of("tokens.css", "base.css", "layout.css", "components.css", "keywarden.js");
        var text =
                all.map(ASSETS::resolve).map(AssetsFilesTest::read).collect(Collectors.joining());

        var used = found(TOKEN_USED, text);
        var set = found(TOKEN_SET, read(ASSETS.resolve("tokens.css")));

        assertThat(set).containsAll(used);
        set.removeAll(used);
        set.removeIf(token -> token.startsWith("--kw-chart-")); // a script reads them
        assertThat(set).isEmpty();
    }

    @Test
    @DisplayName("name colours in one place only")
    void nameColoursOnce() {
        for (var file : Set.of("base.css", "layout.css", "components.css")) {
            assertThat(read(ASSETS.resolve(file)))
                    .as(file)
                    .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b")
                    .doesNotContainPattern("\\b(rgb|hsl|oklch)\\(")
                    .doesNotContain("!important", "http:", "https:", "@import");
        }
    }

    @Test
    @DisplayName("have every icon that a page shows")
    void haveIcons() throws IOException {
        var icons = found(ICON, read(ASSETS.resolve("icons.svg")));

        assertThat(icons).containsAll(found(ICON_USED, pages()));
    }

    @Test
    @DisplayName("are all there is: no page has a style, a handler or a script of its own")
    void areAll() throws IOException {
        assertThat(pages())
                .doesNotContainPattern("\\sstyle=\"")
                .doesNotContainPattern("\\son[a-z]+=\"")
                .doesNotContain("<style", "<h:commandLink", "<f:ajax", "javascript:")
                .doesNotContainPattern("<script(?! src=| type=\"application/json\")")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
    }

    private static String pages() throws IOException {
        try (var files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml"))
                    .map(AssetsFilesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(
                        match ->
                                Stream.iterate(1, group -> group + 1)
                                        .limit(match.groupCount())
                                        .map(match::group))
                .filter(name -> name != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
