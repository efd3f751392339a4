/**
 * Hand-offs: a developer signs in at a billing provider in another tab, and the key that it issues arrives
 * here, once and encrypted. Each is a row that only ever moves forward, by one conditional update per
 * step, so any node can do any step and nobody does one twice. ADR 27.
 */
@NullMarked
package org.keywarden.handoffs;

import org.jspecify.annotations.NullMarked;
