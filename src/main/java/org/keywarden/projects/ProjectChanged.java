package org.keywarden.projects;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keywarden.access.UserId;
import org.keywarden.platform.event.DomainEvent;

/**
 * Something happened to a project.
 *
 * @param project which
 * @param action {@code project.created}, {@code .updated} or {@code .deleted}
 * @param ownerId whose project it is
 * @param actorId who did it
 * @param changes the fields that changed
 */
public record ProjectChanged(
        ProjectId project,
        String action,
        String ownerId,
        String actorId,
        Map<String, Change> changes)
        implements DomainEvent {

    public ProjectChanged {
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes)); // in their order
    }

    static ProjectChanged by(
            UserId actor, String action, Project project, Map<String, Change> changes) {
        return new ProjectChanged(
                project.id(), action, project.owner().value(), actor.value(), changes);
    }

    @Override
    public String target() {
        return project.value();
    }
}
