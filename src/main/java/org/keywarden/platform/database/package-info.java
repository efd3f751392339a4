/**
 * The data source, the schema's migration and the failures that PostgreSQL and H2 have in
 * common.
 */
@NullMarked
package org.keywarden.platform.database;

import org.jspecify.annotations.NullMarked;
