package org.keywarden.keys.pages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.keys.IssuedKey;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.keys.ProviderKeys;
import org.keywarden.platform.faces.Dialogs;
import org.keywarden.platform.faces.Notices;
import org.keywarden.platform.faces.PageMessages;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.projects.Projects;
import org.keywarden.providers.InvalidBillingProviderException;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/**
 * Backs {@code WEB-INF/console/keys/create.xhtml}: a key of our own in one step; one of a billing provider
 * in two, with the hand-off between them and the form, sent again, at the end.
 */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class CreateKeyPage {

    private static final String DIALOG = "createKey";
    private static final String FORM = "createKeyForm:";
    private static final List<Integer> DAYS = List.of(1, 7, 30, 60, 90, 180);

    @Inject Keys keys;
    @Inject ProviderKeys providerKeys;
    @Inject Projects projects;
    @Inject Providers providers;
    @Inject HandOffStart handOff;
    @Inject IssuedSecret secret;
    @Inject CurrentCaller caller;
    @Inject Notices notices;
    @Inject Dialogs dialogs;
    @Inject PageMessages texts;
    @Inject HttpServletRequest request;
    @Inject FacesContext faces;

    private CreateKeyForm form = CreateKeyForm.empty();

    @PostConstruct
    void read() {
        form = CreateKeyForm.of(request::getParameter);
    }

    /** Issues a key of our own and shows it; or begins the hand-off that will bring one. */
    public void create() {
        if (!isAcceptable()) {
            return;
        }
        attempt(
                () -> {
                    if (form.isNative()) {
                        finish(keys.issue(caller.get(), form.wish(null)));
                    } else {
                        handOff.begin(provider());
                    }
                });
    }

    /** Registers and shows the key that a hand-off has brought. */
    public void register() {
        if (!isAcceptable()) {
            return;
        }
        var id = Objects.requireNonNullElse(request.getParameter("loginSession"), "");
        attempt(
                () -> {
                    var from = NewKey.Source.handOff(provider().id().value(), id);
                    finish(providerKeys.register(caller.get(), form.wish(from)));
                });
    }

    private boolean isAcceptable() {
        var faults = form.faults();
        faults.forEach(this::tell);
        return faults.isEmpty();
    }

    private void tell(CreateKeyForm.Fault fault) {
        var id = FORM + fault.field();
        var text = texts.of(fault.message(), fault.arguments().toArray());
        faces.addMessage(id, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        var wrong = fault.field().equals("scopes") ? FORM + Scope.READ.wireName() : id;
        if (faces.getViewRoot().findComponent(wrong) instanceof UIInput input) {
            input.setValid(false);
        }
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (ProblemException refusal) {
            notices.refusal(refusal);
        }
    }

    private void finish(IssuedKey issued) {
        form = CreateKeyForm.empty();
        dialogs.close(DIALOG);
        secret.show(issued);
    }

    private Provider provider() {
        return providers
                .findEnabled(form.getSource())
                .orElseThrow(InvalidBillingProviderException::new);
    }

    public CreateKeyForm getForm() {
        return form;
    }

    /** The caller's projects, the default one first. */
    public List<ProjectSummary> getProjects() {
        return projects.of(caller.get().user());
    }

    /** Whether keys that name no project bring one with them. */
    public boolean isWithoutDefault() {
        return getProjects().stream().noneMatch(ProjectSummary::isDefault);
    }

    /** Whether the key shall go to this project: the chosen one, or else the default one. */
    public boolean isIn(ProjectSummary project) {
        return form.getProject().isEmpty()
                ? project.isDefault()
                : form.getProject().equals(project.id().value());
    }

    /** Those that keys can come from, besides us. */
    public List<Provider> getProviders() {
        return providers.enabled();
    }

    public List<Scope> getScopes() {
        return List.of(Scope.values());
    }

    /** The numbers of days to choose from. */
    public List<Integer> getDays() {
        return DAYS;
    }

    /** What to do now, in the words of the button. */
    public String getStep() {
        return Optional.of(form.getSource())
                .flatMap(providers::findEnabled)
                .map(provider -> texts.of("createKey.continue", provider.displayName()))
                .orElseGet(() -> texts.get("createKey.submit"));
    }
}
