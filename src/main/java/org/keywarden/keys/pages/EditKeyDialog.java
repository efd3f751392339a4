package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.keys.Keys;
import org.keywarden.platform.faces.Actions;
import org.keywarden.platform.faces.FieldErrors;

/**
 * The dialog to edit a key. What it showed at first comes back with the form, so that only what
 * somebody changed is changed: another tab may have changed the rest meanwhile.
 */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class EditKeyDialog {

    private static final String FORM = "editForm:";

    @Inject KeyAtHand key;
    @Inject Keys keys;
    @Inject CurrentCaller caller;
    @Inject Actions actions;
    @Inject FieldErrors errors;

    private KeyForm shown = new KeyForm(null, null, Set.of());
    private @Nullable String label;
    private @Nullable String description;
    private final Map<String, Boolean> scopes = new HashMap<>();
    private String expiry = Expiry.KEEP;
    private String days = "";

    /** Opens it about the key that a button asked for. */
    public void open() {
        key.open("edit").map(KeyForm::of).ifPresent(this::show);
    }

    private void show(KeyForm form) {
        shown = form;
        label = form.label();
        description = form.description();
        form.scopes().forEach(scope -> scopes.put(scope.name(), true));
    }

    /** Changes what somebody changed. */
    public void save() {
        var form = new KeyForm(label, description, ticked());
        var expires = Expiry.read(expiry, days);
        if (form.lacksScopes(shown)) {
            errors.reject(FORM + "read", "keys.scopes.required");
        }
        if (expires.isEmpty()) {
            errors.reject(FORM + "days", "keys.expiry.range");
        }
        if (form.lacksScopes(shown) || expires.isEmpty()) {
            return;
        }
        var patch = form.since(shown, expires.get());
        actions.attemptIn(
                "edit",
                () -> keys.change(caller.get(), key.getId(), patch),
                "keys.saved",
                form.label() == null ? key.getName() : form.label());
    }

    private Set<Scope> ticked() {
        return Arrays.stream(Scope.values())
                .filter(scope -> scopes.getOrDefault(scope.name(), false))
                .collect(Collectors.toSet());
    }

    /** How many days one can choose besides a year. */
    public List<Integer> getPresets() {
        return Expiry.SHORTER_THAN_A_YEAR;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    /** Which are ticked, by their names. */
    public Map<String, Boolean> getScopes() {
        return scopes;
    }

    public String getExpiry() {
        return expiry;
    }

    public void setExpiry(String expiry) {
        this.expiry = expiry;
    }

    public @Nullable String getDays() {
        return days;
    }

    public void setDays(@Nullable String days) {
        this.days = days == null ? "" : days;
    }

    public @Nullable String getShownLabel() {
        return shown.label();
    }

    public void setShownLabel(@Nullable String label) {
        shown = new KeyForm(label, shown.description(), shown.scopes());
    }

    public @Nullable String getShownDescription() {
        return shown.description();
    }

    public void setShownDescription(@Nullable String description) {
        shown = new KeyForm(shown.label(), description, shown.scopes());
    }

    /** In one text, as scopes are stored. */
    public String getShownScopes() {
        return Scope.format(shown.scopes());
    }

    public void setShownScopes(@Nullable String scopes) {
        var known = scopes == null ? Set.<Scope>of() : Scope.parse(scopes);
        shown = new KeyForm(shown.label(), shown.description(), known);
    }
}
