package org.keywarden.platform.faces;

/**
 * What a page tells about an action that was done, or could not be.
 *
 * @param good whether it was done
 * @param text in the language of the page
 */
public record Notice(boolean good, String text) {}
