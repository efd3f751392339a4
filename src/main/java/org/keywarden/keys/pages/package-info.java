/**
 * The pages of the keys.
 */
@NullMarked
package org.keywarden.keys.pages;

import org.jspecify.annotations.NullMarked;
