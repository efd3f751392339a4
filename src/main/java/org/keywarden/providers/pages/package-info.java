/**
 * The page of the billing providers: the catalogue for everybody, and what administrators do with it in
 * a bean of its own, so that one guard stands before all of that.
 */
@NullMarked
package org.keywarden.providers.pages;

import org.jspecify.annotations.NullMarked;
