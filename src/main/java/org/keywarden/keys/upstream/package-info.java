/**
 * Revokes keys where they came from: what was revoked here shall not go on working at the provider. In the
 * background, as often as it takes within reason, and in plain sight. ADR 28.
 */
@NullMarked
package org.keywarden.keys.upstream;

import org.jspecify.annotations.NullMarked;
