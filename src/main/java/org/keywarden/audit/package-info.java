/**
 * The append-only record of every change. It observes events and needs no other module.
 */
@NullMarked
package org.keywarden.audit;

import org.jspecify.annotations.NullMarked;
