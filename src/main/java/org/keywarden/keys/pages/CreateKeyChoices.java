package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.projects.Projects;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/** What the form for a new key offers to choose from. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class CreateKeyChoices {

    @Inject Projects projects;
    @Inject Providers providers;
    @Inject CurrentCaller caller;

    private final PerPhase<List<ProjectSummary>> own =
            new PerPhase<>(() -> projects.of(caller.get().user()));
    private final PerPhase<List<Provider>> enabled = new PerPhase<>(() -> providers.enabled());

    /** The caller's projects, the default one first. */
    public List<ProjectSummary> getProjects() {
        return own.get();
    }

    /** Whether keys that name no project bring one with them. */
    public boolean isWithoutDefault() {
        return getProjects().stream().noneMatch(ProjectSummary::isDefault);
    }

    /** Those that keys can come from, besides us. */
    public List<Provider> getProviders() {
        return enabled.get();
    }

    public List<Scope> getScopes() {
        return List.of(Scope.values());
    }

    /** How many days one can choose besides a year. */
    public List<Integer> getDays() {
        return Expiry.SHORTER_THAN_A_YEAR;
    }
}
