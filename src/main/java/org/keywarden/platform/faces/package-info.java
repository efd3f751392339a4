/**
 * What all Faces pages share: texts as {@code #{msg['keys.list.title']}}, times and numbers, all in the
 * language of the view. None of it needs an HTTP session.
 */
@NullMarked
package org.keywarden.platform.faces;

import org.jspecify.annotations.NullMarked;
