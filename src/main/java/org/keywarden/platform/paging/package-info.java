/**
 * Lists a page at a time.
 */
@NullMarked
package org.keywarden.platform.paging;

import org.jspecify.annotations.NullMarked;
