package org.keywarden.keys.pages;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Scope;
import org.keywarden.keys.NewKey;
import org.keywarden.platform.text.Texts;
import org.keywarden.projects.ProjectName;

/**
 * What somebody fills in to get a key. Choices are read as the browser sends them, since what can be
 * chosen may have changed meanwhile; the facades refuse what is not there any more.
 */
public class CreateKeyForm {

    /** How the names of the fields begin, unlike any filter of the page. */
    static final String FIELD = "createKeyForm:";

    /** What the choice of a new project is called, beside the ids of projects. */
    private static final String NEW_PROJECT = "new";

    private final String project;
    private final String source;
    private final String expiry;
    private final Map<String, Boolean> scopes = new HashMap<>();

    private String projectName = "";
    private String label = "";
    private String description = "";
    private String days = "";

    private CreateKeyForm(String project, String source, String expiry) {
        this.project = project;
        this.source = source;
        this.expiry = expiry;
        Arrays.stream(Scope.values()).forEach(scope -> scopes.put(scope.wireName(), true));
    }

    /** As it is at first: a key of our own in the default project, with all scopes, for ever. */
    static CreateKeyForm empty() {
        return of("", "");
    }

    /**
     * As it is at first for somebody who knows a little of what to choose.
     *
     * @param project the id of a project, or nothing
     * @param source the slug of a billing provider, or nothing
     */
    static CreateKeyForm of(String project, String source) {
        return new CreateKeyForm(project, source, Expiry.NEVER);
    }

    /**
     * With the choices that were sent; Faces brings the rest.
     *
     * @param sent what was sent by its name, {@code null} if nothing was
     */
    static CreateKeyForm of(UnaryOperator<@Nullable String> sent) {
        return new CreateKeyForm(
                Objects.requireNonNullElse(sent.apply(FIELD + "project"), ""),
                Objects.requireNonNullElse(sent.apply(FIELD + "source"), ""),
                Objects.requireNonNullElse(sent.apply(FIELD + "expiry"), Expiry.NEVER));
    }

    /** What is wrong beyond single lines, which Faces looks at. */
    List<Fault> faults() {
        return CreateKeyFaults.of(this);
    }

    /**
     * The wish, once there are no faults.
     *
     * @param from where it comes from, or {@code null} for a key of our own
     */
    NewKey wish(NewKey.@Nullable Source from) {
        return new NewKey(
                Texts.trimmedOrNull(label),
                Texts.trimmedOrNull(description),
                isInNewProject() ? null : Texts.trimmedOrNull(project),
                isInNewProject() ? new ProjectName(projectName) : null,
                chosenScopes(),
                Expiry.ofNewKey(expiry, days).orElseThrow().orElse(null),
                from,
                null);
    }

    Set<Scope> chosenScopes() {
        return Arrays.stream(Scope.values())
                .filter(scope -> Boolean.TRUE.equals(scopes.get(scope.wireName())))
                .collect(Collectors.toSet());
    }

    public boolean isNative() {
        return source.isEmpty();
    }

    public boolean isInNewProject() {
        return project.equals(NEW_PROJECT);
    }

    /** The id of a project, nothing for the default one, or {@code new}. */
    public String getProject() {
        return project;
    }

    /** The slug of a billing provider, or nothing. */
    public String getSource() {
        return source;
    }

    /** A number of days, or a name of {@link Expiry}. */
    public String getExpiry() {
        return expiry;
    }

    /** Whether each scope is ticked, by its name. */
    public Map<String, Boolean> getScopes() {
        return scopes;
    }

    public String getProjectName() {
        return projectName;
    }

    public void setProjectName(String projectName) {
        this.projectName = projectName;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }
}
