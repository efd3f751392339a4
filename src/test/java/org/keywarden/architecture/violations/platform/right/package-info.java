/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.platform.right;

import org.jspecify.annotations.NullMarked;
