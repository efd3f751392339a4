/**
 * Signing in and out in a browser.
 */
@NullMarked
package org.keywarden.sessions.pages;

import org.jspecify.annotations.NullMarked;
