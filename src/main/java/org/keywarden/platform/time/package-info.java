/**
 * The one clock.
 */
@NullMarked
package org.keywarden.platform.time;

import org.jspecify.annotations.NullMarked;
