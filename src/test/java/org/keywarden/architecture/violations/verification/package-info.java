/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.verification;

import org.jspecify.annotations.NullMarked;
