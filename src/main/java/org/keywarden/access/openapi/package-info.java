/**
 * The OpenAPI document, built from the running application's routes and the types that its JSON
 * mapper reads and writes, so that it says what the code does.
 */
@NullMarked
package org.keywarden.access.openapi;

import org.jspecify.annotations.NullMarked;
