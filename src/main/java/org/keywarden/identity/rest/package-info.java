/**
 * Signing in and out, over HTTP.
 */
@NullMarked
package org.keywarden.identity.rest;

import org.jspecify.annotations.NullMarked;
