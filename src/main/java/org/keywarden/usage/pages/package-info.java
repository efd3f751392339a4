/**
 * The usage of a key, as a part of its page.
 */
@NullMarked
package org.keywarden.usage.pages;

import org.jspecify.annotations.NullMarked;
