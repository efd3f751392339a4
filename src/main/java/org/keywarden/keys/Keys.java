package org.keywarden.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keywarden.access.Caller;
import org.keywarden.access.UserId;
import org.keywarden.keys.secret.Mint;
import org.keywarden.platform.database.Retried;
import org.keywarden.platform.event.Changes;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.projects.Projects;
import org.keywarden.providers.ProviderId;
import org.keywarden.providers.Providers;

/** Issues, lists, changes, rotates and revokes the API keys of users. */
@ApplicationScoped
@Retried
@Transactional
public class Keys {

    @Inject KeyRepository repository;
    @Inject KeySearch search;
    @Inject Projects projects;
    @Inject Providers providers;
    @Inject Mint mint;
    @Inject Event<DomainEvent> events;
    @Inject Event<ProviderKeyRevoked> revocations;
    @Inject Clock clock;

    /**
     * A page of a list.
     *
     * @param revoked how many keys of whatever page are revoked; also if the filter leaves them out,
     *     and only them, by {@link KeyFilter#NOT_REVOKED}
     */
    public record Listed(Page<KeySummary> page, long revoked) {}

    /**
     * Issues a native key, and creates its project in the same transaction if need be.
     *
     * @throws InvalidModelException if it names a model, since there is none so far
     * @throws org.keywarden.projects.InvalidProjectIdException if the caller has no such project
     */
    public IssuedKey issue(Caller caller, NewKey wish) {
        if (wish.modelId() != null) {
            throw new InvalidModelException();
        }
        var project = projects.resolve(caller, wish.projectId(), wish.projectName());
        var now = clock.instant();
        var settings = KeySettings.of(wish, now);
        var secret = mint.mint();
        var key = new ApiKey(caller.user(), project.id(), settings, secret, now);
        repository.add(key);
        var changes = settings.changesSince(null).note("project", null, project.id());
        fire(caller, "key.issued", key, changes);
        return new IssuedKey(key.summary(project, null, now), secret.raw());
    }

    /** The keys of a user, the newest first. */
    public Page<KeySummary> list(UserId owner, KeyFilter filter, PageBounds bounds) {
        var found = search.search(owner, filter, bounds, clock.instant());
        return new Page<>(summaries(owner, found.rows()), bounds, found.total());
    }

    /** The keys of a user: those of the default project first, the newest first in both parts. */
    public Listed listDefaultProjectFirst(UserId owner, KeyFilter filter, PageBounds bounds) {
        var first = projects.of(owner).stream().filter(ProjectSummary::isDefault).findFirst();
        var project = first.map(ProjectSummary::id).orElse(null);
        var found = search.search(owner, filter, bounds, clock.instant(), project);
        var rows = summaries(owner, found.page().rows());
        return new Listed(new Page<>(rows, bounds, found.page().total()), found.revoked());
    }

    /** These keys of a user, in any order; those that the user does not have are left out. */
    public List<KeySummary> of(UserId owner, Collection<KeyId> ids) {
        return ids.isEmpty() ? List.of() : summaries(owner, repository.find(owner, ids));
    }

    /**
     * One key of a user.
     *
     * @throws NotFoundException if the user has no such key
     */
    public KeySummary get(UserId owner, String id) {
        return KeyId.parse(id)
                .flatMap(known -> repository.find(owner, known))
                .map(this::summary)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Changes what the patch defines.
     *
     * @throws NotFoundException if the caller has no such key
     * @throws KeyStateException if it is revoked; or rotated, since its end is settled then
     */
    public KeySummary change(Caller caller, String id, KeyPatch patch) {
        var key = toChange(caller, id);
        requireNotRevoked(key);
        if (key.isReplaced() && patch.expiresInDays().isPresent()) {
            throw KeyStateException.alreadyRotated();
        }
        var before = key.settings();
        var after = before.patched(patch, clock.instant());
        var changes = after.changesSince(before);
        if (patch.scopes().isPresent() && key.endLegacyAccess()) {
            changes.note("legacyFullAccess", true, false);
        }
        if (!changes.isEmpty()) {
            key.apply(after);
            fire(caller, "key.updated", key, changes);
        }
        return summary(key);
    }

    /**
     * Puts a key out of use until it is enabled. Doing so again changes nothing.
     *
     * @throws NotFoundException if the caller has no such key
     * @throws KeyStateException if it is revoked
     */
    public KeySummary disable(Caller caller, String id) {
        var key = toChange(caller, id);
        requireNotRevoked(key);
        if (key.disable(clock.instant())) {
            fire(caller, "key.disabled", key, new Changes().note("disabled", false, true));
        }
        return summary(key);
    }

    /**
     * Puts a disabled key into use. Doing so again changes nothing.
     *
     * @throws NotFoundException if the caller has no such key
     * @throws KeyStateException if it is revoked
     */
    public KeySummary enable(Caller caller, String id) {
        var key = toChange(caller, id);
        requireNotRevoked(key);
        if (key.enable()) {
            fire(caller, "key.enabled", key, new Changes().note("disabled", true, false));
        }
        return summary(key);
    }

    /**
     * Issues a successor with the same settings. The old key ends at once, or after the grace.
     *
     * @param graceSeconds 0–2 592 000
     * @throws NotFoundException if the caller has no such key
     * @throws KeyStateException if a provider issued it, in whatever state it is; if it was rotated before,
     *     is revoked, disabled or expired
     */
    public IssuedKey rotate(Caller caller, String id, long graceSeconds) {
        var old = toChange(caller, id);
        var now = clock.instant();
        requireRotatable(old, now);
        var secret = mint.mint();
        var successor = old.successor(secret, now);
        repository.add(successor);
        old.replace(successor.id(), now, graceSeconds);
        fire(caller, "key.issued", successor, successor.settings().changesSince(null));
        fire(
                caller,
                "key.rotated",
                old,
                new Changes()
                        .note("replacedBy", null, successor.id())
                        .note("gracePeriodSeconds", null, graceSeconds));
        return new IssuedKey(summary(successor), secret.raw());
    }

    /**
     * Revokes a key for good, from the next verification on. Revoking it again changes nothing.
     *
     * @throws NotFoundException if the caller has no such key
     */
    public void revoke(Caller caller, String id) {
        revoke(caller, toChange(caller, id));
    }

    void revoke(Caller caller, ApiKey key) {
        var now = clock.instant();
        if (key.revoke(now)) {
            fire(caller, "key.revoked", key, new Changes().note("revokedAt", null, now));
            key.revocation(caller.user(), null).ifPresent(revocations::fire);
        }
    }

    private List<KeySummary> summaries(UserId owner, List<ApiKey> rows) {
        var now = clock.instant();
        var known = projects.byId(owner);
        var issuers = providers.byId(issuersOf(rows));
        return rows.stream()
                .map(
                        key ->
                                key.summary(
                                        key.project().map(known::get).orElse(null),
                                        key.issuer().map(issuers::get).orElse(null),
                                        now))
                .toList();
    }

    private static Set<ProviderId> issuersOf(List<ApiKey> keys) {
        return keys.stream().flatMap(key -> key.issuer().stream()).collect(Collectors.toSet());
    }

    private void fire(Caller caller, String action, ApiKey key, Changes changes) {
        events.fire(KeyChanged.by(caller.user(), action, key, changes.asMap()));
    }

    private KeySummary summary(ApiKey key) {
        var project = key.project().map(id -> projects.get(key.owner(), id.value())).orElse(null);
        var issuer = key.issuer().flatMap(providers::find).orElse(null);
        return key.summary(project, issuer, clock.instant());
    }

    private ApiKey toChange(Caller caller, String id) {
        return KeyId.parse(id)
                .flatMap(known -> repository.findToChange(caller.user(), known))
                .orElseThrow(NotFoundException::new);
    }

    private void requireNotRevoked(ApiKey key) {
        if (key.status(clock.instant()) == KeyStatus.REVOKED) {
            throw KeyStateException.revoked();
        }
    }

    private static void requireRotatable(ApiKey key, Instant now) {
        if (key.provenance().isPresent()) {
            throw KeyStateException.notRotatable();
        }
        if (key.isReplaced()) {
            throw KeyStateException.alreadyRotated();
        }
        switch (key.status(now)) {
            case REVOKED -> throw KeyStateException.revoked();
            case DISABLED -> throw KeyStateException.disabled();
            case EXPIRED -> throw KeyStateException.expired();
            case ACTIVE -> {}
        }
    }
}
