package org.keywarden.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.UserId;
import org.keywarden.platform.database.DatabaseFailures;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.problem.NotFoundException;

/** The projects of users: they group keys, and one of them may be the default for new keys. */
@ApplicationScoped
@Retried
@Transactional
public class Projects {

    private static final Comparator<ProjectSummary> DEFAULT_FIRST_THEN_BY_NAME =
            Comparator.comparing(ProjectSummary::isDefault)
                    .reversed()
                    .thenComparing(ProjectSummary::name);

    @Inject ProjectRepository repository;
    @Inject ProjectKeys keys;
    @Inject Event<DomainEvent> events;
    @Inject DatabaseFailures failures;
    @Inject Clock clock;

    /** The projects of a user, the default one first, then by name. */
    public List<ProjectSummary> of(UserId owner) {
        return repository.of(owner).stream()
                .map(Project::summary)
                .sorted(DEFAULT_FIRST_THEN_BY_NAME)
                .toList();
    }

    /** Those projects of a user, by id. */
    public Map<ProjectId, ProjectSummary> byId(UserId owner) {
        return of(owner).stream()
                .collect(Collectors.toMap(ProjectSummary::id, Function.identity()));
    }

    /** How many keys each of these projects has, revoked ones too. */
    public Map<ProjectId, Long> keyCounts(Collection<ProjectId> projects) {
        return keys.count(projects);
    }

    /**
     * One project of a user.
     *
     * @throws NotFoundException if the user has no such project
     */
    public ProjectSummary get(UserId owner, String id) {
        return ProjectId.parse(id)
                .flatMap(known -> repository.find(owner, known))
                .orElseThrow(NotFoundException::new)
                .summary();
    }

    /**
     * Creates a project.
     *
     * @throws ProjectNameTakenException if the caller has one of that name
     */
    public ProjectSummary create(Caller caller, ProjectName name) {
        try {
            return persist(caller.user(), project(caller.user(), name, false)).summary();
        } catch (PersistenceException e) {
            throw orNameTaken(e);
        }
    }

    /**
     * Renames a project; to the name it has changes nothing.
     *
     * @throws NotFoundException if the caller has no such project
     * @throws ProjectNameTakenException if the caller has another one of that name
     */
    public ProjectSummary rename(Caller caller, String id, ProjectName name) {
        var project = toChange(caller, id);
        var before = project.summary().name();
        if (project.rename(name)) {
            flushOrNameTaken();
            fireUpdate(caller.user(), project, new Changes().note("name", before, name));
        }
        return project.summary();
    }

    /**
     * Makes a project the one default of its owner.
     *
     * @throws NotFoundException if the caller has no such project
     */
    public ProjectSummary setDefault(Caller caller, String id) {
        repository.lock(caller.user()); // two change: the old default and the new one
        var project = toChange(caller, id);
        makeDefault(caller.user(), project);
        return project.summary();
    }

    /** Leaves the caller without a default project. */
    public void clearDefault(Caller caller) {
        repository.lock(caller.user());
        repository
                .findDefault(caller.user())
                .ifPresent(project -> changeDefault(caller.user(), project, false));
    }

    /**
     * Deletes a project. Its keys are kept for the record, revoked and without a project.
     *
     * @param revokeKeys whether keys that still work may be revoked
     * @throws NotFoundException if the caller has no such project
     * @throws ProjectNotEmptyException if it holds keys that are not revoked, and they may not be
     */
    public void delete(Caller caller, String id, boolean revokeKeys) {
        var project = toChange(caller, id);
        if (!revokeKeys && keys.anyUsable(project.id())) {
            throw new ProjectNotEmptyException();
        }
        keys.release(project.id(), caller, revokeKeys);
        repository.remove(project); // a key that came meanwhile forbids it: the next try sees it
        var changes = new Changes().note("name", project.summary().name(), null);
        events.fire(ProjectChanged.by(caller.user(), "project.deleted", project, changes.asMap()));
    }

    /**
     * Finds the project for a new key: by id, else by name, creating it when missing, else the
     * default one, which is created when missing. Part of the caller's transaction, which must be
     * {@link Retried}: of parallel first calls one creates the project, the others find it.
     *
     * @throws InvalidProjectIdException if the caller has no project with that id
     */
    public ProjectSummary resolve(
            Caller caller, @Nullable String projectId, @Nullable ProjectName name) {
        if (projectId != null) {
            return ProjectId.parse(projectId)
                    .flatMap(id -> repository.find(caller.user(), id))
                    .orElseThrow(InvalidProjectIdException::new)
                    .summary();
        }
        return resolve(caller.user(), caller.user(), name);
    }

    /** As the other one, for the key of any owner, on behalf of an actor. */
    public ProjectSummary resolve(UserId owner, UserId actor, @Nullable ProjectName name) {
        if (name != null) {
            return repository
                    .findByName(owner, name)
                    .orElseGet(() -> persist(actor, project(owner, name, false)))
                    .summary();
        }
        return repository.findDefault(owner).orElseGet(() -> newDefault(owner, actor)).summary();
    }

    private Project newDefault(UserId owner, UserId actor) {
        var named = repository.findByName(owner, ProjectName.DEFAULT);
        if (named.isEmpty()) {
            return persist(actor, project(owner, ProjectName.DEFAULT, true));
        }
        makeDefault(actor, named.get());
        return named.get();
    }

    private void makeDefault(UserId actor, Project project) {
        var current = repository.findDefault(project.owner());
        if (current.isPresent() && !current.get().id().equals(project.id())) {
            changeDefault(actor, current.get(), false);
        }
        changeDefault(actor, project, true);
    }

    private void changeDefault(UserId actor, Project project, boolean wanted) {
        if (project.makeDefault(wanted)) {
            repository.flush(); // the old default must be gone before the new one comes
            fireUpdate(actor, project, new Changes().note("isDefault", !wanted, wanted));
        }
    }

    private void flushOrNameTaken() {
        try {
            repository.flush();
        } catch (PersistenceException e) {
            throw orNameTaken(e);
        }
    }

    private RuntimeException orNameTaken(PersistenceException e) {
        return failures.meanDuplicate(e) ? new ProjectNameTakenException() : e;
    }

    private Project project(UserId owner, ProjectName name, boolean isDefault) {
        var project = new Project(owner, name, clock.instant());
        project.makeDefault(isDefault);
        return project;
    }

    private Project persist(UserId actor, Project project) {
        repository.add(project);
        var changes =
                new Changes()
                        .note("name", null, project.summary().name())
                        .note("isDefault", null, project.isDefault());
        events.fire(ProjectChanged.by(actor, "project.created", project, changes.asMap()));
        return project;
    }

    private void fireUpdate(UserId actor, Project project, Changes changes) {
        events.fire(ProjectChanged.by(actor, "project.updated", project, changes.asMap()));
    }

    private Project toChange(Caller caller, String id) {
        return ProjectId.parse(id)
                .flatMap(known -> repository.findToChange(caller.user(), known))
                .orElseThrow(NotFoundException::new);
    }
}
