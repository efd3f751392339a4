/**
 * Accounts, their passwords, and who may sign in. What begins by signing in is the sessions' matter.
 */
@NullMarked
package org.keywarden.identity;

import org.jspecify.annotations.NullMarked;
