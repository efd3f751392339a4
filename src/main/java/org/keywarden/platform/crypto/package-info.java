/**
 * Randomness, and keys derived from the operator's secret.
 */
@NullMarked
package org.keywarden.platform.crypto;

import org.jspecify.annotations.NullMarked;
