/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.platform;

import org.jspecify.annotations.NullMarked;
