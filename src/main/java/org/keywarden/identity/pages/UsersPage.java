package org.keywarden.identity.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.RequiresRole;
import org.keywarden.access.Role;
import org.keywarden.access.TokenType;
import org.keywarden.identity.AccountSummary;
import org.keywarden.identity.UserPatch;
import org.keywarden.identity.Users;
import org.keywarden.platform.faces.Actions;
import org.keywarden.platform.faces.Dialogs;
import org.keywarden.platform.faces.PageLinks;
import org.keywarden.platform.faces.Parameters;
import org.keywarden.platform.paging.Page;
import org.keywarden.platform.paging.PageBounds;
import org.keywarden.platform.text.Texts;

/** Backs {@code console/users.xhtml}: all accounts, and what an administrator can do with each. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
@RequiresRole(Role.ADMIN)
public class UsersPage {

    @Inject Users users;
    @Inject UserForm form;
    @Inject CurrentCaller caller;
    @Inject Actions actions;
    @Inject Dialogs dialogs;
    @Inject Parameters parameters;
    @Inject HttpServletRequest request;

    private @Nullable Page<AccountSummary> page;
    private @Nullable String temporaryPassword;
    private String passwordOf = "";

    /** What is looked for, part of e-mail address or name. */
    public String getText() {
        return parameters.text("q");
    }

    /** The page that is asked for; past the end, the last one. Read anew after an action. */
    public Page<AccountSummary> getPage() {
        if (page == null) {
            page = page(parameters.page());
            if (page.rows().isEmpty() && page.total() > 0) {
                page = page(new PageBounds(page.totalPages(), page.bounds().size()));
            }
        }
        return page;
    }

    private Page<AccountSummary> page(PageBounds bounds) {
        return users.list(Texts.trimmedOrNull(getText()), bounds);
    }

    public PageLinks getLinks() {
        return PageLinks.of(request, getPage());
    }

    /** Whether an account is that of who looks at it. */
    public boolean isOwn(AccountSummary account) {
        return account.id().equals(caller.get().user());
    }

    public void create() {
        attempt("create", "users.created", this::createWanted);
    }

    private void createWanted() {
        var created = users.create(caller.get(), form.wish());
        show(created.temporaryPassword());
    }

    public void edit() {
        attempt("edit", "users.edited", () -> change(form.patch()));
    }

    public void suspend() {
        attempt("suspend", "users.suspendedNow", () -> change(UserForm.suspension(true)));
    }

    public void resume() {
        attempt("resume", "users.resumedNow", () -> change(UserForm.suspension(false)));
    }

    private void change(UserPatch patch) {
        users.change(caller.get(), form.getId(), patch);
    }

    public void resetPassword() {
        attempt(
                "reset",
                "users.passwordReset",
                () -> show(users.resetPassword(caller.get(), form.getId())));
    }

    private void attempt(String dialog, String success, Runnable action) {
        var email = form.getEmail().strip();
        if (actions.attemptIn(dialog, action, success, email)) {
            form.clear();
            page = null;
        }
    }

    /** Shows a password this once, if there is one to show. */
    private void show(@Nullable String password) {
        if (password != null) {
            temporaryPassword = password;
            passwordOf = form.getEmail().strip();
            dialogs.open("password");
        }
    }

    /** What was just made; {@code null} in every other answer. */
    public @Nullable String getTemporaryPassword() {
        return temporaryPassword;
    }

    public String getPasswordOf() {
        return passwordOf;
    }
}
