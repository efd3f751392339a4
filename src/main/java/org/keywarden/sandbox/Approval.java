package org.keywarden.sandbox;

/**
 * What somebody chose on the sign-in page.
 *
 * @param account as whom
 */
record Approval(String account, Behaviour behaviour) {}
