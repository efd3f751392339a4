/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.platform.left;

import org.jspecify.annotations.NullMarked;
