package org.keywarden.audit.pages;

import java.util.List;
import java.util.Optional;

/** The actions that have a text, in the order in which one chooses from them. */
final class ActionNames {

    static final List<String> ALL =
            List.of(
                    "key.issued",
                    "key.imported",
                    "key.updated",
                    "key.disabled",
                    "key.enabled",
                    "key.rotated",
                    "key.revoked",
                    "key.revoked-upstream",
                    "key.not-revoked-upstream",
                    "handoff.started",
                    "handoff.completed",
                    "handoff.redeemed",
                    "handoff.failed",
                    "handoff.denied",
                    "handoff.cancelled",
                    "project.created",
                    "project.updated",
                    "project.deleted",
                    "provider.created",
                    "provider.updated",
                    "provider.deleted",
                    "account.created",
                    "account.updated",
                    "account.suspended",
                    "account.resumed",
                    "account.locked",
                    "account.password-changed",
                    "account.password-reset",
                    "session.began",
                    "session.ended");

    private ActionNames() {}

    /** The message that tells what an action is; empty for one that nobody has put into words. */
    static Optional<String> message(String action) {
        return ALL.contains(action)
                ? Optional.of("audit.action." + action.replace('-', '_'))
                : Optional.empty();
    }
}
