/**
 * The pages of the keys. What a list shows is in its address; what a dialog is about is the key that
 * its form names by id, read anew each time and never remembered.
 */
@NullMarked
package org.keywarden.keys.pages;

import org.jspecify.annotations.NullMarked;
