/**
 * The entrance of the API, before any route is looked for.
 */
@NullMarked
package org.keywarden.authentication.rest;

import org.jspecify.annotations.NullMarked;
