/**
 * Whether this node can do its work.
 */
@NullMarked
package org.keywarden.platform.health;

import org.jspecify.annotations.NullMarked;
