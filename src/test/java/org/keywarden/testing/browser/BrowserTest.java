package org.keywarden.testing.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keywarden.testing.KeywardenTest;

/**
 * Tests in a browser against the one running server: a {@link KeywardenTest} whose methods also take a
 * {@link Browsing}. The browser is shared by the whole run, cookies and caches by nobody: each page
 * that a test opens begins afresh.
 *
 * <p>A test also fails if the browser met what nobody should meet: an error or a warning on the
 * console, a violation of the content security policy, an uncaught exception, an answer of 400 or
 * above, a request to another origin. What a test provokes on purpose it announces, by {@link
 * Browsing#expectStatus} and its like, and fails as well if that does not happen. What its pages looked
 * like when it failed is then in {@code target/browser}; with {@code -Dkeywarden.browser.trace=true}
 * there is also a trace, for {@code npx playwright show-trace}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@KeywardenTest
@ExtendWith(BrowserTestExtension.class)
public @interface BrowserTest {}
