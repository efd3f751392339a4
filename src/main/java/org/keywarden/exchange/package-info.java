/**
 * Talks to billing providers, whose answers are never trusted: to any host but those of our own network,
 * for ten seconds, without following redirects, and reading 64 KiB at most.
 */
@NullMarked
package org.keywarden.exchange;

import org.jspecify.annotations.NullMarked;
