/**
 * The launcher of the runnable jar: checks the configuration, boots Payara Micro, and exits
 * with the reason when the application did not deploy; or runs a command instead. Plain Java; it
 * is not part of the WAR.
 */
@NullMarked
package org.keywarden.boot;

import org.jspecify.annotations.NullMarked;
