package org.keywarden.platform.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Mustache.CustomContext;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mustache templates, each read once and put into the layout. Every value is escaped, and one that
 * is missing is an error.
 *
 * @see <a href="https://mustache.github.io/mustache.5.html">mustache(5)</a>
 */
@ApplicationScoped
class Templates {

    private static final String LAYOUT = "platform/html/layout";

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    /**
     * Fills a template.
     *
     * @throws RuntimeException if there is no such template, or it asks for what is not there
     */
    String fill(String template, CustomContext values) {
        return compiled.computeIfAbsent(template, Templates::compile).execute(values);
    }

    /** The layout, whose only partial is the page. */
    private static Template compile(String page) {
        return Mustache.compiler()
                .escapeHTML(true)
                .strictSections(true)
                .withLoader(partial -> new StringReader(source(page)))
                .compile(source(LAYOUT));
    }

    private static String source(String name) {
        var path = "/org/keywarden/" + name + ".mustache";
        try (var file = Templates.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no template " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
