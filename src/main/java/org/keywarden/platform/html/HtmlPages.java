package org.keywarden.platform.html;

import com.samskivert.mustache.Mustache.CustomContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.message.Languages;
import org.keywarden.platform.message.Messages;

/** Renders pages in one of the {@link Languages}; their texts are those of all pages. */
@ApplicationScoped
public class HtmlPages {

    private static final String MESSAGE = "msg.";
    private static final int NONCE_BYTES = 16;

    private static final List<String> STYLES =
            List.of("tokens.css", "base.css", "layout.css", "components.css");

    @Inject Templates templates;
    @Inject Messages messages;
    @Inject SecureRandoms random;
    @Inject ServletContext application;
    @Inject Assets assets;

    /**
     * Renders a page. Its template finds {@code base}, {@code language}, each message as {@code
     * msg.<key>}, and what the view has.
     */
    public HtmlPage render(HtmlView view, Locale language) {
        var nonce = Base64.getEncoder().encodeToString(random.bytes(NONCE_BYTES));
        return new HtmlPage(
                templates.fill(view.template(), values(view, language, nonce)),
                Map.of(
                        "Content-Type",
                        "text/html;charset=UTF-8",
                        "Content-Language",
                        language.toLanguageTag(),
                        "Content-Security-Policy",
                        policy(view, nonce),
                        "Cache-Control",
                        "no-store",
                        "Referrer-Policy",
                        "no-referrer",
                        "X-Content-Type-Options",
                        "nosniff"));
    }

    private CustomContext values(HtmlView view, Locale language, String nonce) {
        var values = new HashMap<String, Object>(view.values());
        view.messages().forEach((name, key) -> values.put(name, messages.text(language, key)));
        values.put("base", application.getContextPath());
        values.put("styles", STYLES.stream().map(assets::path).toList());
        values.put("icon", assets.path("favicon.svg"));
        values.put("icons", assets.path("icons.svg"));
        values.put("language", language.toLanguageTag());
        values.put("nonce", nonce);
        return name ->
                name.startsWith(MESSAGE)
                        ? messages.text(language, name.substring(MESSAGE.length()))
                        : values.get(name);
    }

    /** Of its own origin's things a page gets style sheets and images only. */
    private static String policy(HtmlView view, String nonce) {
        var forms = view.formTargets().isEmpty() ? "'none'" : String.join(" ", view.formTargets());
        return "default-src 'none'; style-src 'self'; img-src 'self'; "
                + (view.script() ? "script-src 'nonce-" + nonce + "'; " : "")
                + "base-uri 'none'; form-action "
                + forms
                + "; frame-ancestors 'none'";
    }
}
