/**
 * Identifiers: prefixed, time-ordered text.
 */
@NullMarked
package org.keywarden.platform.id;

import org.jspecify.annotations.NullMarked;
