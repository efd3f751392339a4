/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.boot;

import org.jspecify.annotations.NullMarked;
