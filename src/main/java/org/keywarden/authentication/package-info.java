/**
 * Finds out who is calling: reads the credential of a request, has the module that knows its kind
 * verify it, and names the caller. A bad credential is refused and never taken for none. ADR 2.
 */
@NullMarked
package org.keywarden.authentication;

import org.jspecify.annotations.NullMarked;
