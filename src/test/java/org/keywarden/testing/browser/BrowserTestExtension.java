package org.keywarden.testing.browser;

import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.keywarden.testing.KeywardenTest;

/** Gives each test its visits, and judges them when it has ended. */
class BrowserTestExtension implements ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(BrowserTestExtension.class);
    private static final Pattern INVOCATION = Pattern.compile("invocation:#(\\d+)");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsing.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var visits =
                context.getStore(OURS)
                        .computeIfAbsent(Visits.class, key -> visits(context), Visits.class);
        return new Browsing(visits, View.DEFAULT);
    }

    private static Visits visits(ExtensionContext context) {
        var browser =
                context.getRoot()
                        .getStore(OURS)
                        .computeIfAbsent(
                                SharedBrowser.class,
                                key -> new SharedBrowser(),
                                SharedBrowser.class);
        var server = KeywardenTest.Parameters.bench(context).server().uri();
        return new Visits(browser.browser(), server, name(context));
    }

    /** {@code SigningInIT-speaks-3}: the class, the method, and which invocation of it. */
    private static String name(ExtensionContext context) {
        var names = new StringBuilder(context.getRequiredTestClass().getName());
        names.delete(0, names.lastIndexOf(".") + 1);
        names.append('-').append(context.getRequiredTestMethod().getName());
        INVOCATION
                .matcher(context.getUniqueId())
                .results()
                .forEach(invocation -> names.append('-').append(invocation.group(1)));
        return names.toString();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var visits = context.getStore(OURS).get(Visits.class, Visits.class);
        if (visits != null) {
            visits.end(context.getExecutionException().isPresent());
        }
    }
}
