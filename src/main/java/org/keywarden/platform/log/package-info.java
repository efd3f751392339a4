/**
 * One-line structured logs, and what an operator sees once instead.
 */
@NullMarked
package org.keywarden.platform.log;

import org.jspecify.annotations.NullMarked;
