package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.keys.KeyStateException;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.Keys;
import org.keywarden.platform.faces.Dialogs;
import org.keywarden.platform.faces.Notices;
import org.keywarden.platform.faces.Parameters;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.platform.problem.ProblemException;

/** The key that a dialog is about. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class KeyAtHand {

    /** By which a button or a form names the key, also where the rest of the form is not valid. */
    private static final String PARAMETER = "key";

    @Inject Keys keys;
    @Inject CurrentCaller caller;
    @Inject Dialogs dialogs;
    @Inject Notices notices;
    @Inject Parameters parameters;

    private final PerPhase<Optional<KeySummary>> key = new PerPhase<>(this::find);

    /** Opens a dialog about the key that a button asked for, or tells why there is nothing to do. */
    Optional<KeySummary> open(String dialog) {
        try {
            var found = keys.get(caller.get().user(), getId());
            if (found.status() == KeyStatus.REVOKED) {
                throw KeyStateException.revoked();
            }
            dialogs.open(dialog);
            return Optional.of(found);
        } catch (ProblemException refusal) {
            notices.refusal(refusal);
            return Optional.empty();
        }
    }

    /** The key; {@code null} as long as no dialog is open, or if the caller has no such key. */
    public @Nullable KeySummary getKey() {
        return key.get().orElse(null);
    }

    private Optional<KeySummary> find() {
        try {
            return getId().isEmpty()
                    ? Optional.empty()
                    : Optional.of(keys.get(caller.get().user(), getId()));
        } catch (NotFoundException e) {
            return Optional.empty(); // which the action will say
        }
    }

    /** What people call it; empty if there is none. */
    public String getName() {
        var known = getKey();
        return known == null ? "" : known.name();
    }

    /** What was sent, and never what a link to the page has planted in its address before that. */
    public String getId() {
        return Objects.requireNonNullElse(parameters.sent(PARAMETER), "");
    }
}
