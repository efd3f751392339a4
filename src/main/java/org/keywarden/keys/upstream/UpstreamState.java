package org.keywarden.keys.upstream;

/** What became of a key at the provider that issued it, since it was revoked here. */
public enum UpstreamState {
    /** The provider is being asked, or will be again. */
    PENDING,
    /** It is revoked there, too. */
    DONE,
    /** The provider was asked often enough, and did not do it. */
    FAILED,
    /** The provider has no way to do it, or not without the key itself, which we do not have. */
    UNSUPPORTED
}
