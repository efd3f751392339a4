package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.primefaces.PrimeFaces;

/** Has the browser open and close dialogs once it has the answer to an action. */
@RequestScoped
public class Dialogs {

    private final List<String> opened = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    /**
     * Opens a dialog.
     *
     * @param id of its element
     */
    public void open(String id) {
        opened.add(id);
        PrimeFaces.current().ajax().addCallbackParam("kwOpen", String.join(" ", opened));
    }

    /**
     * Closes a dialog; one that is closed stays so.
     *
     * @param id of its element
     */
    public void close(String id) {
        closed.add(id);
        PrimeFaces.current().ajax().addCallbackParam("kwClose", String.join(" ", closed));
    }
}
