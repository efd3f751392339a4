/**
 * Where access meets JAX-RS: before routing, and before the body is read.
 */
@NullMarked
package org.keywarden.access.rest;

import org.jspecify.annotations.NullMarked;
