package org.keywarden.platform.html;

import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
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
        pages.application =
                (ServletContext)
                        Proxy.newProxyInstance(
                                TestPages.class.getClassLoader(),
                                new Class<?>[] {ServletContext.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("getContextPath")) {
                                        return contextPath;
                                    }
                                    throw new UnsupportedOperationException(method.getName());
                                });
        return pages;
    }
}
