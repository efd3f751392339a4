/**
 * How often somebody may do something: token buckets that all nodes share through PostgreSQL, or,
 * with the embedded database and its one node, in memory.
 */
@NullMarked
package org.keywarden.platform.limit;

import org.jspecify.annotations.NullMarked;
