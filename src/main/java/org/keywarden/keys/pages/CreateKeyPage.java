package org.keywarden.keys.pages;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.keys.IssuedKey;
import org.keywarden.keys.Keys;
import org.keywarden.keys.NewKey;
import org.keywarden.keys.ProviderKeys;
import org.keywarden.platform.faces.Dialogs;
import org.keywarden.platform.faces.FieldErrors;
import org.keywarden.platform.faces.Notices;
import org.keywarden.platform.faces.PageMessages;
import org.keywarden.platform.faces.Parameters;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.projects.ProjectSummary;
import org.keywarden.providers.InvalidBillingProviderException;
import org.keywarden.providers.Provider;
import org.keywarden.providers.Providers;

/**
 * Backs {@code WEB-INF/console/keys/create.xhtml}: a key of our own in one step; one of a billing provider
 * in two, with the hand-off between them and the form, sent again, at the end. A link may name the
 * provider to begin with, as {@code create}.
 */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class CreateKeyPage {

    private static final String DIALOG = "createKey";

    @Inject Keys keys;
    @Inject ProviderKeys providerKeys;
    @Inject Providers providers;
    @Inject HandOffStart handOff;
    @Inject IssuedSecret secret;
    @Inject CurrentCaller caller;
    @Inject Notices notices;
    @Inject Dialogs dialogs;
    @Inject FieldErrors errors;
    @Inject PageMessages texts;
    @Inject Parameters parameters;

    private CreateKeyForm form = CreateKeyForm.empty();

    @PostConstruct
    void read() {
        form = parameters.isSent() ? CreateKeyForm.of(parameters::sent) : asLinked();
    }

    /** In the project that the list shows, from the provider that the link names. */
    private CreateKeyForm asLinked() {
        var named = providers.findEnabled(parameters.text("create")).map(Provider::slug);
        return CreateKeyForm.of(parameters.text("project"), named.orElse(""));
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
        var id = Objects.requireNonNullElse(parameters.sent(HandOffWait.SESSION), "");
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

    private void tell(Fault fault) {
        errors.reject(
                CreateKeyForm.FIELD + fault.field(), fault.message(), fault.arguments().toArray());
        if (fault.field().equals("scopes")) {
            errors.mark(CreateKeyForm.FIELD + Scope.READ.wireName());
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

    /** Whether the key shall go to this project: the chosen one, or else the default one. */
    public boolean isIn(ProjectSummary project) {
        return form.getProject().isEmpty()
                ? project.isDefault()
                : form.getProject().equals(project.id().value());
    }

    /** What to do now, in the words of the button. */
    public String getStep() {
        return providers
                .findEnabled(form.getSource())
                .map(provider -> texts.of("createKey.continue", provider.displayName()))
                .orElseGet(() -> texts.get("createKey.submit"));
    }
}
