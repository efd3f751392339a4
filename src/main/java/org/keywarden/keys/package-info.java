/**
 * API keys: minted, changed, rotated, revoked. Only digests are stored; a secret leaves this
 * module once, in the answer that issues it.
 */
@NullMarked
package org.keywarden.keys;

import org.jspecify.annotations.NullMarked;
