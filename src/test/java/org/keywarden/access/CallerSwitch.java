package org.keywarden.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Makes the request at hand somebody's, as authentication would. */
@RequestScoped
public class CallerSwitch {

    @Inject CurrentCaller current;

    public void become(Caller caller) {
        current.become(caller, false);
    }
}
