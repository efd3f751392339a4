/**
 * Tells the modules now and then to forget what nobody needs any more.
 */
@NullMarked
package org.keywarden.platform.housekeeping;

import org.jspecify.annotations.NullMarked;
