package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.keywarden.access.Caller;
import org.keywarden.projects.ProjectId;
import org.keywarden.projects.ProjectKeys;

/** Tells the projects module about keys. */
@ApplicationScoped
class KeysOfProjects implements ProjectKeys {

    @Inject KeyRepository repository;
    @Inject Keys keys;

    @Override
    public Map<ProjectId, Long> count(Collection<ProjectId> projects) {
        return repository.count(projects);
    }

    @Override
    public boolean anyUsable(ProjectId project) {
        return repository.anyNotRevoked(project);
    }

    @Override
    public void release(ProjectId project, Caller caller, boolean revoke) {
        for (var key : repository.findToChange(project)) {
            if (revoke) {
                keys.revoke(caller, key);
            }
            if (key.isRevoked()) {
                key.leaveProject();
            }
        }
    }
}
