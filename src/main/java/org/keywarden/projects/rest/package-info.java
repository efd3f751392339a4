/**
 * Projects over HTTP.
 */
@NullMarked
package org.keywarden.projects.rest;

import org.jspecify.annotations.NullMarked;
