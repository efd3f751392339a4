package org.keywarden.providers;

/**
 * What the catalogue needs to know of those who refer to it. Modules that depend on this one implement
 * it.
 */
public interface ProviderUses {

    /** Whether something refers to a provider, so that it cannot be deleted. */
    boolean inUse(ProviderId provider);
}
