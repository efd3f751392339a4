package org.keywarden.projects;

import java.util.Collection;
import java.util.Map;
import org.keywarden.access.Caller;

/**
 * What projects need to know of the keys in them. The keys module, which depends on this one,
 * implements it.
 */
public interface ProjectKeys {

    /** How many keys each of these projects has, revoked ones too; a project without keys is absent. */
    Map<ProjectId, Long> count(Collection<ProjectId> projects);

    /** Whether a project has a key that is not revoked. */
    boolean anyUsable(ProjectId project);

    /** Revokes all keys of a project and takes them out of it. */
    void release(ProjectId project, Caller caller);
}
