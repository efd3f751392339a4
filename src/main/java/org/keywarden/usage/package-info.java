/**
 * Counts the uses of keys, in memory first, in batches to the database.
 */
@NullMarked
package org.keywarden.usage;

import org.jspecify.annotations.NullMarked;
