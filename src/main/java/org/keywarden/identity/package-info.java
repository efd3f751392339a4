/**
 * Accounts and their sessions. A token only names a session; the session decides.
 */
@NullMarked
package org.keywarden.identity;

import org.jspecify.annotations.NullMarked;
