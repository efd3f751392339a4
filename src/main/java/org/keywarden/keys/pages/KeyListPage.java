package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.keys.KeyStatus;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.Keys;
import org.keywarden.keys.Keys.Listed;
import org.keywarden.keys.ProviderKeys;
import org.keywarden.keys.upstream.UpstreamRevocations;
import org.keywarden.platform.faces.PageLinks;
import org.keywarden.platform.paging.PageBounds;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.projects.Projects;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/** Backs {@code console/keys.xhtml}: the caller's keys, as far as the filters in the address go. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class KeyListPage {

    private static final int ROWS = 20;

    @Inject Keys keys;
    @Inject ProviderKeys providerKeys;
    @Inject Projects projects;
    @Inject Providers providers;
    @Inject UpstreamRevocations upstream;
    @Inject CurrentCaller caller;
    @Inject HttpServletRequest request;

    private final PerPhase<List<ProjectSummary>> ownProjects = new PerPhase<>(this::readProjects);
    private final PerPhase<KeyListQuery> query = new PerPhase<>(this::readQuery);
    private final PerPhase<Optional<Provider>> askedProvider =
            new PerPhase<>(() -> providers.find(getQuery().provider()));
    private final PerPhase<List<Provider>> namedProviders = new PerPhase<>(this::readProviders);
    private final PerPhase<KeyTable> table = new PerPhase<>(this::readTable);

    /** What the filters say. */
    public KeyListQuery getQuery() {
        return query.get();
    }

    /** The rows, as they are now: an answer to an action shows what it has changed. */
    public KeyTable getTable() {
        return table.get();
    }

    /** The default one first. */
    public List<ProjectSummary> getProjects() {
        return ownProjects.get();
    }

    /** Those in use, those that issued keys of the caller before, and the one that is asked for. */
    public List<Provider> getProviders() {
        return namedProviders.get();
    }

    /** In the order of how much they can do. */
    public List<KeyStatus> getStatuses() {
        return List.of(KeyStatus.ACTIVE, KeyStatus.DISABLED, KeyStatus.EXPIRED, KeyStatus.REVOKED);
    }

    private List<Provider> readProviders() {
        var issuers = providerKeys.issuersOf(caller.get().user()).stream();
        var named = Stream.concat(issuers, askedProvider.get().stream());
        return Stream.concat(providers.enabled().stream(), named)
                .distinct()
                .sorted(Comparator.comparingInt(Provider::sortOrder).thenComparing(Provider::slug))
                .toList();
    }

    private List<ProjectSummary> readProjects() {
        return projects.of(caller.get().user());
    }

    private KeyListQuery readQuery() {
        var asked = KeyListQuery.of(request::getParameter);
        var known = getProjects().stream().map(project -> project.id().value());
        var provider =
                asked.isNative()
                        ? asked.provider()
                        : providers.find(asked.provider()).map(Provider::slug).orElse("");
        return asked.with(known.filter(asked.project()::equals).findFirst().orElse(""), provider);
    }

    private KeyTable readTable() {
        var found = read(getQuery().page());
        var page = found.page();
        if (page.rows().isEmpty() && page.total() > 0) {
            page = read(page.totalPages()).page(); // what was on the page asked for is gone
        }
        var states = upstream.states(page.rows().stream().map(KeySummary::id).toList());
        return new KeyTable(
                page.rows().stream().map(key -> new KeyRow(key, states.get(key.id()))).toList(),
                page,
                PageLinks.of(request, page),
                found.revoked());
    }

    private Listed read(int page) {
        var provider = askedProvider.get().map(known -> known.id().value()).orElse(null);
        return keys.listDefaultProjectFirst(
                caller.get().user(), getQuery().filter(provider), new PageBounds(page, ROWS));
    }
}
