package org.keywarden.projects.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.platform.faces.Actions;
import org.keywarden.projects.ProjectName;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.projects.Projects;

/** Backs {@code console/projects.xhtml}: the caller's projects, and what can be done with each. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class ProjectsPage {

    @Inject Projects projects;
    @Inject CurrentCaller caller;
    @Inject Actions actions;

    private String id = "";
    private String name = "";
    private boolean revokingKeys;

    /** A project and how many keys it has, revoked ones too. */
    public record Row(ProjectSummary project, long keys) {}

    /** All of them, as they are now: an answer to an action shows what it has changed. */
    public List<Row> getRows() {
        var all = projects.of(caller.get().user());
        var counts = projects.keyCounts(all.stream().map(ProjectSummary::id).toList());
        return all.stream()
                .map(project -> new Row(project, counts.getOrDefault(project.id(), 0L)))
                .toList();
    }

    public void create() {
        actions.attemptIn(
                "create",
                () -> projects.create(caller.get(), new ProjectName(name)),
                "projects.created",
                name.strip());
    }

    public void rename() {
        actions.attemptIn(
                "rename",
                () -> projects.rename(caller.get(), id, new ProjectName(name)),
                "projects.renamed",
                name.strip());
    }

    public void makeDefault() {
        actions.attemptIn(
                "makeDefault",
                () -> projects.setDefault(caller.get(), id),
                "projects.madeDefault",
                name);
    }

    public void delete() {
        actions.attemptIn(
                "delete",
                () -> projects.delete(caller.get(), id, revokingKeys),
                "projects.deleted",
                name);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isRevokingKeys() {
        return revokingKeys;
    }

    public void setRevokingKeys(boolean revokingKeys) {
        this.revokingKeys = revokingKeys;
    }
}
