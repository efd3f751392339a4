/**
 * Hand-offs: the journey through a provider's sign-in that ends with a key of that provider.
 */
@NullMarked
package org.keywarden.handoffs;

import org.jspecify.annotations.NullMarked;
