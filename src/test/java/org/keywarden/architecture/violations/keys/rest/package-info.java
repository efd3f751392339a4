/** Wrong on purpose. */
@NullMarked
package org.keywarden.architecture.violations.keys.rest;

import org.jspecify.annotations.NullMarked;
