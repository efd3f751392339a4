/**
 * Accounts over HTTP: one's own, and all of them for administrators.
 */
@NullMarked
package org.keywarden.identity.rest;

import org.jspecify.annotations.NullMarked;
