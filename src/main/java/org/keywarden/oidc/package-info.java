/**
 * Signing in at an OpenID Connect issuer instead of with a password: the authorization code flow with
 * PKCE. What must survive the way there and back is sealed into a cookie, so that any node takes part,
 * and what comes of it is a session like any other. It creates no accounts. ADR 34.
 */
@NullMarked
package org.keywarden.oidc;

import org.jspecify.annotations.NullMarked;
