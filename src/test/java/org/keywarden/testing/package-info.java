/**
 * The bench of the integration tests: a real Keywarden in a process of its own, its database, and a
 * client that talks to it as any other client would.
 *
 * <p>{@code mvn verify} runs every {@code *IT} twice, on PostgreSQL and on H2. One class, on both:
 * {@code mvn verify -Dit.test=IssuingKeysIT}; on one of them, with the jar as it was built last:
 * {@code mvn test-compile failsafe:integration-test@on-h2 failsafe:verify@verdict
 * -Dit.test=IssuingKeysIT -Dsurefire.skip} (or {@code @on-postgresql}). An IDE takes H2 unless told
 * {@code -Dkeywarden.test.database=postgresql}, and needs {@code target/keywarden.jar}.
 */
package org.keywarden.testing;
