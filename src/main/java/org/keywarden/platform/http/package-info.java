/**
 * What every request and every answer have in common: security headers,
 * the body's limit, and errors as RFC 9457 problems.
 */
@NullMarked
package org.keywarden.platform.http;

import org.jspecify.annotations.NullMarked;
