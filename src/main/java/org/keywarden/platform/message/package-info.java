/**
 * The texts of all pages in all languages, and which of these a request gets. Texts are ICU patterns in
 * {@code org/keywarden/messages}: one file for each module, named as the first part of its keys. What
 * comes out is plain text, to be escaped by whoever shows it (ADR 30).
 */
@NullMarked
package org.keywarden.platform.message;

import org.jspecify.annotations.NullMarked;
