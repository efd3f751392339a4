/**
 * What people do with the console, in real Chromium.
 *
 * <p>Runs once, on PostgreSQL. One class, with the jar as it was built last: {@code mvn test-compile
 * dependency:properties failsafe:integration-test@on-postgresql failsafe:verify@verdict
 * -Dit.test='org.keywarden.browser.SigningInIT'}
 */
package org.keywarden.browser;
