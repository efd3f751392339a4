/**
 * How passwords are hashed, checked and made up. Knows no account: whose password it is, and what
 * follows, is the business of identity.
 */
@NullMarked
package org.keywarden.identity.password;

import org.jspecify.annotations.NullMarked;
