/** What all pages share. */
package org.keywarden.pages;
