/**
 * The pages of accounts: one's own profile, and for administrators all users. A temporary password is in
 * the answer to the action that made it, and in no other.
 */
@NullMarked
package org.keywarden.identity.pages;

import org.jspecify.annotations.NullMarked;
