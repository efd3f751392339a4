/**
 * The audit trail over HTTP: a page at a time, or all of it as JSON Lines.
 */
@NullMarked
package org.keywarden.audit.rest;

import org.jspecify.annotations.NullMarked;
