/**
 * What the operator configures. Read and checked as a whole, in plain Java, by the launcher
 * before the server starts and by the application again.
 */
@NullMarked
package org.keywarden.platform.config;

import org.jspecify.annotations.NullMarked;
