package org.keywarden.projects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.UserId;

/**
 * A group of keys. The default project of a user carries the owner's id a second time, in a unique
 * column, so that the database allows one at most.
 */
@Entity
@Table(name = "project")
class Project {

    @Id private String id;

    @Version private int version;

    @Column(name = "owner_id")
    private String ownerId;

    private String name;

    @Column(name = "default_of")
    private @Nullable String defaultOf;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Project() {} // for JPA

    Project(UserId owner, ProjectName name, Instant createdAt) {
        this.id = ProjectId.next().value();
        this.ownerId = owner.value();
        this.name = name.value();
        this.createdAt = createdAt;
    }

    ProjectId id() {
        return new ProjectId(id);
    }

    UserId owner() {
        return new UserId(ownerId);
    }

    boolean isDefault() {
        return defaultOf != null;
    }

    /** Returns {@code false} if it has that name already, and then changes nothing. */
    boolean rename(ProjectName wanted) {
        if (name.equals(wanted.value())) {
            return false;
        }
        name = wanted.value();
        return true;
    }

    /** Returns {@code false} if it is already so, and then changes nothing. */
    boolean makeDefault(boolean wanted) {
        if (isDefault() == wanted) {
            return false;
        }
        defaultOf = wanted ? ownerId : null;
        return true;
    }

    ProjectSummary summary() {
        return new ProjectSummary(id(), name, isDefault(), createdAt);
    }
}
