/**
 * The hot path: judges presented keys with one indexed read and no write.
 */
@NullMarked
package org.keywarden.verification;

import org.jspecify.annotations.NullMarked;
