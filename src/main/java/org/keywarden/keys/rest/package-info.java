/**
 * API keys over HTTP, for sessions only.
 */
@NullMarked
package org.keywarden.keys.rest;

import org.jspecify.annotations.NullMarked;
