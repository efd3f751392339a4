package org.keywarden.keys.pages;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    static final int MAX_DAYS = 3650;

    /** What the choices are called, beside ids, slugs and numbers of days. */
    private static final String NEW_PROJECT = "new";

    private static final String NEVER = "never";
    private static final String CUSTOM = "custom";

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
        return new CreateKeyForm("", "", NEVER);
    }

    /**
     * With the choices of a request; Faces brings the rest.
     *
     * @param parameters of the request, {@code null} if there is none of a name
     */
    static CreateKeyForm of(Function<String, @Nullable String> parameters) {
        return new CreateKeyForm(
                Objects.requireNonNullElse(parameters.apply("project"), ""),
                Objects.requireNonNullElse(parameters.apply("source"), ""),
                Objects.requireNonNullElse(parameters.apply("expiry"), NEVER));
    }

    /**
     * Something that is wrong with a field.
     *
     * @param field its id
     * @param message the key of what to say
     */
    record Fault(String field, String message, List<Object> arguments) {

        Fault(String field, String message, Object... arguments) {
            this(field, message, List.of(arguments));
        }
    }

    /** What is wrong beyond single lines, which Faces looks at; of a field that is not shown, nothing. */
    List<Fault> faults() {
        return List.of(projectFault(), scopesFault(), daysFault()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Fault> projectFault() {
        var name = projectName.strip();
        if (!isInNewProject()) {
            return Optional.empty();
        }
        if (name.isEmpty()) {
            return Optional.of(new Fault("projectName", "problem.field.required"));
        }
        if (name.codePointCount(0, name.length()) > ProjectName.MAX_LENGTH) {
            return Optional.of(
                    new Fault("projectName", "problem.field.tooLong", ProjectName.MAX_LENGTH));
        }
        return Texts.isPlain(name)
                ? Optional.empty()
                : Optional.of(new Fault("projectName", "problem.field.notPlain"));
    }

    private Optional<Fault> scopesFault() {
        return chosenScopes().isEmpty()
                ? Optional.of(new Fault("scopes", "createKey.scopes.none"))
                : Optional.empty();
    }

    private Optional<Fault> daysFault() {
        return expiry.equals(NEVER) || expiresInDays() != null
                ? Optional.empty()
                : Optional.of(new Fault("days", "createKey.days.range", MAX_DAYS));
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
                expiresInDays(),
                from,
                null);
    }

    private Set<Scope> chosenScopes() {
        return Arrays.stream(Scope.values())
                .filter(scope -> Boolean.TRUE.equals(scopes.get(scope.wireName())))
                .collect(Collectors.toSet());
    }

    /** {@code null} also for what makes no sense, which then is a fault. */
    private @Nullable Integer expiresInDays() {
        var text = expiry.equals(CUSTOM) ? days.strip() : expiry;
        if (!text.matches("[0-9]{1,4}")) {
            return null;
        }
        var number = Integer.parseInt(text);
        return number >= 1 && number <= MAX_DAYS ? Integer.valueOf(number) : null;
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

    /** A number of days, {@code never} or {@code custom}. */
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
