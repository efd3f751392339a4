/**
 * Projects group keys; at most one per user is the default, guaranteed by the database.
 */
@NullMarked
package org.keywarden.projects;

import org.jspecify.annotations.NullMarked;
