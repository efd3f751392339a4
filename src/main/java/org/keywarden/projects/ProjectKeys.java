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

    /**
     * Takes the revoked keys out of a project.
     *
     * @param revoke whether all its keys are revoked first; if not, those that work stay in it
     */
    void release(ProjectId project, Caller caller, boolean revoke);
}
