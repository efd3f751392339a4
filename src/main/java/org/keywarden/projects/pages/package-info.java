/**
 * The page of the projects.
 */
@NullMarked
package org.keywarden.projects.pages;

import org.jspecify.annotations.NullMarked;
