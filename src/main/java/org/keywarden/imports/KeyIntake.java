package org.keywarden.imports;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Caller;
import org.keywarden.access.Scope;
import org.keywarden.access.UserId;
import org.keywarden.imports.ImportedKeyRepository.NewRow;
import org.keywarden.keys.KeyChanged;
import org.keywarden.keys.KeyId;
import org.keywarden.keys.secret.Fingerprint;
import org.keywarden.keys.secret.ImportedForms;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.projects.ProjectId;
import org.keywarden.projects.ProjectName;
import org.keywarden.projects.Projects;

/** Keeps one chunk of an import: all that can be kept of it, or nothing when the power goes. */
@ApplicationScoped
@Retried
@Transactional
class KeyIntake {

    /** A key with what it is to be stored under. */
    record Row(ImportedKey key, Fingerprint fingerprint) {}

    /**
     * Rows of an import.
     *
     * @param seen the newest fingerprints of what earlier chunks imported
     * @param dryRun whether to undo it all
     */
    record Chunk(List<Row> rows, Set<String> seen, boolean dryRun) {}

    private record Home(UserId owner, @Nullable ProjectName name) {}

    @Inject ImportedKeyRepository repository;
    @Inject Projects projects;
    @Inject ImportedForms forms;
    @Inject Event<DomainEvent> events;
    @Inject Clock clock;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    /** Imports what is new and has an owner; one result for each row, in their order. */
    public List<ImportResult> keep(Caller caller, Chunk chunk) {
        forms.takeTurn();
        var owners = repository.existing(owners(chunk));
        var taken = taken(chunk);
        var added = new ArrayList<NewRow>();
        var homes = new HashMap<Home, ProjectId>();
        var results = new ArrayList<ImportResult>();
        for (var row : chunk.rows()) {
            if (!owners.contains(row.key().owner())) {
                results.add(ImportResult.invalidOwner(row.key().index()));
            } else if (row.fingerprint().all().stream().anyMatch(taken::contains)) {
                results.add(ImportResult.alreadyRegistered(row.key()));
            } else {
                taken.addAll(row.fingerprint().newest());
                var project = home(caller, row.key(), homes);
                var id = KeyId.next();
                added.add(new NewRow(id, row.key(), project, row.fingerprint().stored()));
                results.add(ImportResult.imported(row.key(), chunk.dryRun() ? null : id));
            }
        }
        store(caller, added);
        if (chunk.dryRun()) {
            transaction.setRollbackOnly();
        }
        return results;
    }

    private static Set<UserId> owners(Chunk chunk) {
        return chunk.rows().stream().map(row -> row.key().owner()).collect(Collectors.toSet());
    }

    /** What the keys of this chunk must not be stored under. */
    private Set<String> taken(Chunk chunk) {
        var candidates =
                chunk.rows().stream()
                        .flatMap(row -> row.fingerprint().all().stream())
                        .collect(Collectors.toSet());
        var taken = repository.taken(candidates);
        candidates.stream().filter(chunk.seen()::contains).forEach(taken::add);
        return taken;
    }

    private ProjectId home(Caller caller, ImportedKey key, Map<Home, ProjectId> known) {
        var home = new Home(key.owner(), key.projectName());
        var project = known.get(home);
        if (project == null) {
            project = projects.resolve(home.owner(), caller.user(), home.name()).id();
            known.put(home, project);
        }
        return project;
    }

    private void store(Caller caller, List<NewRow> added) {
        forms.add(
                added.stream()
                        .flatMap(row -> row.key().secret().forms().stream())
                        .collect(Collectors.toSet()));
        repository.add(added, clock.instant());
        for (var row : added) {
            events.fire(
                    KeyChanged.imported(
                            caller.user(), row.id(), row.key().owner(), changes(row).asMap()));
        }
    }

    private static Changes changes(NewRow row) {
        var key = row.key();
        return new Changes()
                .note("label", null, key.label())
                .note("scopes", null, Scope.format(key.scopes()))
                .note("expiresAt", null, key.expiresAt())
                .note("project", null, row.project())
                .note("legacyFullAccess", null, key.legacyFullAccess());
    }
}
