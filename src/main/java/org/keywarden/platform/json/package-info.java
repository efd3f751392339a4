/**
 * JSON bodies: strict about types, lenient about unknown fields.
 */
@NullMarked
package org.keywarden.platform.json;

import org.jspecify.annotations.NullMarked;
