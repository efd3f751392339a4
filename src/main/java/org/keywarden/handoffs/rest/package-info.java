/**
 * Hand-offs over HTTP: what a client starts and asks for, and what a browser is shown on the way.
 */
@NullMarked
package org.keywarden.handoffs.rest;

import org.jspecify.annotations.NullMarked;
