/** What the HTTP API promises, asked of a running server. */
package org.keywarden.http;
