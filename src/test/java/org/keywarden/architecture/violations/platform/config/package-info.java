/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.platform.config;

import org.jspecify.annotations.NullMarked;
