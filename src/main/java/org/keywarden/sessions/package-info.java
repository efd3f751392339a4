/**
 * Sign-ins, from their begin until they end. A token only names a session; the session decides.
 */
@NullMarked
package org.keywarden.sessions;

import org.jspecify.annotations.NullMarked;
