/**
 * The page of the audit trail.
 */
@NullMarked
package org.keywarden.audit.pages;

import org.jspecify.annotations.NullMarked;
