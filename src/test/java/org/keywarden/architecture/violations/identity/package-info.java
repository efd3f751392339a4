/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.identity;

import org.jspecify.annotations.NullMarked;
