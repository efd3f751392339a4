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
        tell("kwOpen", opened);
    }

    /**
     * Closes a dialog; one that is closed stays so.
     *
     * @param id of its element
     */
    public void close(String id) {
        closed.add(id);
        tell("kwClose", closed);
    }

    /** A form that was sent without the script has a page for an answer, where none is open. */
    private static void tell(String parameter, List<String> ids) {
        var ajax = PrimeFaces.current();
        if (ajax.isAjaxRequest()) {
            ajax.ajax().addCallbackParam(parameter, String.join(" ", ids));
        }
    }
}
