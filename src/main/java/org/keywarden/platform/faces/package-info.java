/**
 * What all Faces pages share: their texts, times, notices and dialogs. Pages are stateless, so that any
 * node answers any request and no page ever expires; ADR 29.
 */
@NullMarked
package org.keywarden.platform.faces;

import org.jspecify.annotations.NullMarked;
