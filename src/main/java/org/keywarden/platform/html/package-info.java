/**
 * Pages outside of Faces: templates that escape by themselves, and a content security policy that
 * lets such a page do nothing but what it is for.
 */
@NullMarked
package org.keywarden.platform.html;

import org.jspecify.annotations.NullMarked;
