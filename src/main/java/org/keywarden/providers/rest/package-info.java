/**
 * Billing providers over HTTP: for everybody those that can be used, for administrators the whole catalogue.
 */
@NullMarked
package org.keywarden.providers.rest;

import org.jspecify.annotations.NullMarked;
