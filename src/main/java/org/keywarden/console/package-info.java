/**
 * The frame of the pages: who may come in, where one can go from here, what is shown first.
 */
@NullMarked
package org.keywarden.console;

import org.jspecify.annotations.NullMarked;
