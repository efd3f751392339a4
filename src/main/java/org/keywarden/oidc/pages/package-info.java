/**
 * What the sign-in page shows of an issuer.
 */
@NullMarked
package org.keywarden.oidc.pages;

import org.jspecify.annotations.NullMarked;
