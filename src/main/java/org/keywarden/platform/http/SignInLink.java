package org.keywarden.platform.http;

import jakarta.servlet.http.HttpServletRequest;

/** Knows where to sign in again; a module above implements it as a bean. */
public interface SignInLink {

    /** The address that leads back to where somebody was who sent this request. */
    String of(HttpServletRequest request);
}
