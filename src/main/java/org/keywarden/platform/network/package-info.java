/**
 * The network outside.
 */
@NullMarked
package org.keywarden.platform.network;

import org.jspecify.annotations.NullMarked;
