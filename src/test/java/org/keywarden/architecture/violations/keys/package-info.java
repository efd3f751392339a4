/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.keys;

import org.jspecify.annotations.NullMarked;
