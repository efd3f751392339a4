/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.projects;

import org.jspecify.annotations.NullMarked;
