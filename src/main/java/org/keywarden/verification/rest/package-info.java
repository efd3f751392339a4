/**
 * Verification over HTTP.
 */
@NullMarked
package org.keywarden.verification.rest;

import org.jspecify.annotations.NullMarked;
