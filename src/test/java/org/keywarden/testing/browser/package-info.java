/**
 * Real Chromium against the running server: {@link org.keywarden.testing.browser.BrowserTest} gives a
 * test its {@link org.keywarden.testing.browser.Browsing}, and watches what the browser meets.
 *
 * <p>Pages are found by what people see or hear, {@code getByRole} and {@code getByLabel} with the text
 * of {@link org.keywarden.testing.browser.Texts}, never by ids. Playwright's assertions wait by
 * themselves: no test sleeps, or asks twice.
 */
package org.keywarden.testing.browser;
