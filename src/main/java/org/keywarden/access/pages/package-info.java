/**
 * The page of the access matrix, as the guard itself knows it.
 */
@NullMarked
package org.keywarden.access.pages;

import org.jspecify.annotations.NullMarked;
