/**
 * A provider to try hand-offs with: a sign-in page, an exchange endpoint and a revocation endpoint, as
 * a third party would have them. It knows nothing of the rest of Keywarden, and in production mode its
 * paths do not exist.
 */
@NullMarked
package org.keywarden.sandbox;

import org.jspecify.annotations.NullMarked;
