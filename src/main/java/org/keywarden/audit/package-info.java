/**
 * The append-only record of every change: observes events, chains their entries, and reads them. The
 * launcher's command that verifies the chain is here as well, in plain Java, since both must agree on
 * what is hashed.
 */
@NullMarked
package org.keywarden.audit;

import org.jspecify.annotations.NullMarked;
