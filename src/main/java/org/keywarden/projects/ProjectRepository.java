package org.keywarden.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.keywarden.access.UserId;

/** Reads and keeps projects; every query names the owner. */
@ApplicationScoped
class ProjectRepository {

    @PersistenceContext EntityManager entities;

    /** Writes at once, so that a taken name shows here. */
    void add(Project project) {
        entities.persist(project);
        entities.flush();
    }

    void flush() {
        entities.flush();
    }

    void remove(Project project) {
        entities.remove(project);
        entities.flush();
    }

    List<Project> of(UserId owner) {
        return entities.createQuery(
                        "select p from Project p where p.ownerId = :owner", Project.class)
                .setParameter("owner", owner.value())
                .getResultList();
    }

    Optional<Project> find(UserId owner, ProjectId id) {
        return entities.createQuery(
                        "select p from Project p where p.ownerId = :owner and p.id = :id",
                        Project.class)
                .setParameter("owner", owner.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Optional<Project> findToChange(UserId owner, ProjectId id) {
        return entities.createQuery(
                        "select p from Project p where p.ownerId = :owner and p.id = :id",
                        Project.class)
                .setParameter("owner", owner.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Nobody else changes any project of this user until this transaction ends. */
    void lock(UserId owner) {
        entities.createQuery(
                        "select p from Project p where p.ownerId = :owner order by p.id",
                        Project.class)
                .setParameter("owner", owner.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<Project> findByName(UserId owner, ProjectName name) {
        return entities.createQuery(
                        "select p from Project p where p.ownerId = :owner and p.name = :name",
                        Project.class)
                .setParameter("owner", owner.value())
                .setParameter("name", name.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Project> findDefault(UserId owner) {
        return entities.createQuery(
                        "select p from Project p where p.defaultOf = :owner", Project.class)
                .setParameter("owner", owner.value())
                .getResultStream()
                .findFirst();
    }
}
