package org.keywarden.platform.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a form by POST only. To Faces, whatever has a view state is a form that was sent, by any method;
 * since there is no state to know, a link of anybody's can have it, and browsers send cookies along with
 * links. What is no form of ours is no form at all. ADR 29.
 */
@SuppressWarnings("unchecked") // the wrapper of the API has a raw type where the API has none
class FormsByPost extends ExternalContextWrapper {

    /** How the parameters begin by which Faces knows a form, and a request by its script. */
    private static final String OF_FACES = "jakarta.faces.";

    /** What stands for the state of every view. */
    private static final String STATELESS = "stateless";

    private @Nullable Map<String, String> parameters;

    FormsByPost(ExternalContext faces) {
        super(faces);
    }

    @Override
    public Map<String, String> getRequestParameterMap() {
        if (parameters == null) {
            parameters = taken(super.getRequestParameterMap());
        }
        return parameters;
    }

    private Map<String, String> taken(Map<String, String> sent) {
        if (isForm(sent)) {
            return sent;
        }
        var all = new HashMap<>(sent);
        all.keySet().removeIf(name -> name.startsWith(OF_FACES));
        return all;
    }

    private boolean isForm(Map<String, String> sent) {
        return ((HttpServletRequest) getRequest()).getMethod().equals("POST")
                && STATELESS.equals(sent.get(ResponseStateManager.VIEW_STATE_PARAM));
    }
}
