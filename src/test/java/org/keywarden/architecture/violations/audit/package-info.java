/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.audit;

import org.jspecify.annotations.NullMarked;
