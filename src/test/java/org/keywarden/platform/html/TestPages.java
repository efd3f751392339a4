package org.keywarden.platform.html;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.message.Messages;

/** Renders pages without a server. */
public final class TestPages {

    private TestPages() {}

    /** As below this context path. */
    public static HtmlPages at(String contextPath) {
        var pages = new HtmlPages();
        pages.templates = new Templates();
        pages.messages = new Messages();
        pages.random = new SecureRandoms();
        pages.application = application(contextPath);
        pages.assets = new Assets();
        pages.assets.application = pages.application;
        return pages;
    }

    private static ServletContext application(String contextPath) {
        return (ServletContext)
                Proxy.newProxyInstance(
                        TestPages.class.getClassLoader(),
                        new Class<?>[] {ServletContext.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getContextPath" -> contextPath;
                                    case "getResourceAsStream" ->
                                            Files.newInputStream(
                                                    Path.of("src/main/webapp" + arguments[0]));
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
