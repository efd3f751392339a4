/**
 * The catalogue of billing providers: third parties that issue the keys of APIs that are paid for there.
 * What is shipped with the product is a default that an administrator's word replaces.
 */
@NullMarked
package org.keywarden.providers;

import org.jspecify.annotations.NullMarked;
