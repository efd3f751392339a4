/**
 * The request that a thread works on; below the log, which names it in every line.
 */
@NullMarked
package org.keywarden.platform.request;

import org.jspecify.annotations.NullMarked;
