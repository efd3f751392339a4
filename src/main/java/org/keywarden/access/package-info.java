/**
 * Who calls, and with what right. Every JAX-RS resource is guarded by an extension, so that
 * leaving out an annotation cannot open a route; one decision object, the {@link
 * org.keywarden.access.AccessRule}, knows the rules.
 */
@NullMarked
package org.keywarden.access;

import org.jspecify.annotations.NullMarked;
