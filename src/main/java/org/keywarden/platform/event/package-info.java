/**
 * Domain events: records in the past tense, fired in the transaction that changed something.
 */
@NullMarked
package org.keywarden.platform.event;

import org.jspecify.annotations.NullMarked;
