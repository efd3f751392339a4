package org.keywarden.identity.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.identity.NewUser;
import org.keywarden.identity.UserPatch;
import org.keywarden.platform.text.Texts;
import org.openapitools.jackson.nullable.JsonNullable;

/** What the forms of the page of the users hold; it decides nothing. */
@Named
@RequestScoped
public class UserForm {

    private String id = "";
    private String email = "";
    private String name = "";
    private Role role = Role.DEVELOPER;
    private String password = "";

    NewUser wish() {
        return new NewUser(
                email.strip(),
                Texts.trimmedOrNull(name),
                role,
                password.isEmpty() ? null : password);
    }

    UserPatch patch() {
        return new UserPatch(
                JsonNullable.of(Texts.trimmedOrNull(name)),
                JsonNullable.of(role),
                JsonNullable.undefined());
    }

    static UserPatch suspension(boolean suspended) {
        return new UserPatch(
                JsonNullable.undefined(), JsonNullable.undefined(), JsonNullable.of(suspended));
    }

    /** For the next one. */
    void clear() {
        email = "";
        name = "";
        role = Role.DEVELOPER;
        password = "";
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? "" : email;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    /** Never what was typed: no answer carries it. */
    public String getPassword() {
        return "";
    }

    public void setPassword(@Nullable String password) {
        this.password = password == null ? "" : password;
    }
}
