/**
 * Refusals that a caller can act on, and their form on the wire.
 */
@NullMarked
package org.keywarden.platform.problem;

import org.jspecify.annotations.NullMarked;
