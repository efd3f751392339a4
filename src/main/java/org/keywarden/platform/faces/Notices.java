package org.keywarden.platform.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.keywarden.platform.message.Messages;
import org.keywarden.platform.problem.ProblemException;

/** The notices of the request at hand; every page shows them, and so does every answer to an action. */
@Named
@RequestScoped
public class Notices {

    @Inject Messages messages;
    @Inject PageMessages texts;

    private final List<Notice> list = new ArrayList<>();

    public List<Notice> getList() {
        return list;
    }

    /** Tells that something was done. */
    public void success(String message, Object... arguments) {
        list.add(new Notice(true, texts.of(message, arguments)));
    }

    /** Tells why something was not done, in the words of {@code problem.<error code>}. */
    public void refusal(ProblemException refusal) {
        list.add(new Notice(false, reason(refusal)));
    }

    /** Why something was not done. */
    public String reason(ProblemException refusal) {
        var key = "problem." + refusal.errorCode();
        return messages.knows(key)
                ? texts.get(key)
                : texts.of("problem.OTHER", refusal.errorCode());
    }
}
