/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.access;

import org.jspecify.annotations.NullMarked;
