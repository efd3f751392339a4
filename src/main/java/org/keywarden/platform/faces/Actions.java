package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.keywarden.platform.problem.ProblemException;

/** Does what somebody asks for on a page, and tells how it went. */
@RequestScoped
public class Actions {

    @Inject Notices notices;
    @Inject Dialogs dialogs;
    @Inject FieldErrors fields;

    /**
     * Does something. A refusal is told, at its field where it is one field's, and changes nothing
     * else.
     *
     * @param success the message that says it was done
     * @return whether it was done
     */
    public boolean attempt(Runnable action, String success, Object... arguments) {
        try {
            action.run();
        } catch (ProblemException refusal) {
            if (!fields.tell(refusal)) {
                notices.refusal(refusal);
            }
            return false;
        }
        notices.success(success, arguments);
        return true;
    }

    /** Does what a dialog asks for, and then closes it; refused, it stays open with what was typed. */
    public boolean attemptIn(String dialog, Runnable action, String success, Object... arguments) {
        var done = attempt(action, success, arguments);
        if (done) {
            dialogs.close(dialog);
        }
        return done;
    }
}
