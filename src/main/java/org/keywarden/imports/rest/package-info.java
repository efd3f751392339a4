/**
 * What administrators do to the keys of others over HTTP: import, backfill, revoke what leaked.
 */
@NullMarked
package org.keywarden.imports.rest;

import org.jspecify.annotations.NullMarked;
