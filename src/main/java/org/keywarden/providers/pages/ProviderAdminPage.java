package org.keywarden.providers.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RequiresRole;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.platform.faces.Actions;
import org.keywarden.platform.faces.Dialogs;
import org.keywarden.providers.CatalogueEntry;
import org.keywarden.providers.ProviderCatalogue;
import org.keywarden.providers.ProviderOrder;

/** Backs what administrators see of {@code console/providers.xhtml}: the whole catalogue. */
@Named
@RequestScoped
@RequiresRole(Role.ADMIN)
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class ProviderAdminPage {

    @Inject ProviderCatalogue catalogue;
    @Inject ProviderOrder order;
    @Inject CurrentCaller caller;
    @Inject Actions actions;
    @Inject Dialogs dialogs;

    private String id = "";
    private String name = "";
    private ProviderForm form = ProviderForm.blank();
    private SecretChoice secret = new SecretChoice();

    /** All of them in their order. */
    public List<CatalogueEntry> getEntries() {
        return catalogue.list();
    }

    /** Adds a provider behind all others. */
    public void create() {
        var name = form.getName();
        var done = actions.attemptIn("create", this::addLast, "providers.created", name);
        if (done) {
            begin(ProviderForm.blank(), false);
        }
    }

    private void addLast() {
        var last = catalogue.list().stream().mapToInt(it -> it.provider().sortOrder()).max();
        catalogue.create(caller.get(), form.toEntry(last.orElse(0)), secret.typed());
    }

    /** Opens the dialog with a provider as it is now. */
    public void edit() {
        var entry = catalogue.get(id);
        begin(ProviderForm.of(entry), entry.hasClientSecret());
        dialogs.open("edit");
    }

    private void begin(ProviderForm next, boolean secretStored) {
        form = next;
        secret = new SecretChoice();
        secret.setStored(secretStored);
    }

    /** Changes a provider, unless that sends a stored client secret where nobody said it may go. */
    public void save() {
        var entry = catalogue.get(id);
        var before = ProviderForm.of(entry);
        secret.setStored(entry.hasClientSecret());
        if (secret.mayGo(form.leadsElsewhere(before))) {
            var name = form.getName();
            var done = actions.attemptIn("edit", () -> change(before), "providers.saved", name);
            secret.setDone(done);
        }
    }

    private void change(ProviderForm before) {
        catalogue.change(caller.get(), id, form.toPatch(before, secret.toPatch()));
    }

    public void enable() {
        actions.attempt(() -> setEnabled(true), "providers.enabled", name);
    }

    public void disable() {
        actions.attempt(() -> setEnabled(false), "providers.disabled", name);
    }

    private void setEnabled(boolean enabled) {
        form = ProviderForm.of(catalogue.get(id));
        var before = ProviderForm.of(catalogue.get(id));
        form.setEnabled(enabled);
        change(before);
    }

    public void moveUp() {
        actions.attempt(() -> order.moveUp(caller.get(), id), "providers.moved", name);
    }

    public void moveDown() {
        actions.attempt(() -> order.moveDown(caller.get(), id), "providers.moved", name);
    }

    /** Deletes a provider that nothing refers to. */
    public void delete() {
        actions.attemptIn(
                "delete", () -> catalogue.remove(caller.get(), id), "providers.deleted", name);
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

    public ProviderForm getForm() {
        return form;
    }

    public SecretChoice getSecret() {
        return secret;
    }
}
