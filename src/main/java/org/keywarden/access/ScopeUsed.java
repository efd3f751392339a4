package org.keywarden.access;

import java.time.Instant;

/**
 * An API key passed a route of ours that asks for a scope. No domain event: nothing changed, and it
 * happens thousands of times a second.
 *
 * @param caller who has that key
 * @param scope what the route asks for
 * @param at when
 */
public record ScopeUsed(Caller caller, Scope scope, Instant at) {}
