/**
 * Brings in keys of other systems, in any number, as they are or as digests. They become rows of the
 * table of keys, many with one statement, and are keys like any other from then on. ADR 18.
 */
@NullMarked
package org.keywarden.imports;

import org.jspecify.annotations.NullMarked;
