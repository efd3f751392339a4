/**
 * Text that people typed.
 */
@NullMarked
package org.keywarden.platform.text;

import org.jspecify.annotations.NullMarked;
