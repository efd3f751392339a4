/**
 * Signing in and out, over HTTP.
 */
@NullMarked
package org.keywarden.sessions.rest;

import org.jspecify.annotations.NullMarked;
