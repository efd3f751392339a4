/**
 * How keys look, and what is stored of them: digests under a pepper, whichever system made the key.
 */
@NullMarked
package org.keywarden.keys.secret;

import org.jspecify.annotations.NullMarked;
