/**
 * What the page of sessions makes of what it knows.
 */
@NullMarked
package org.keywarden.sessions.pages;

import org.jspecify.annotations.NullMarked;
