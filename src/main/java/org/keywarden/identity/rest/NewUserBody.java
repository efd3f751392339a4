package org.keywarden.identity.rest;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.identity.EmailAddress;
import org.keywarden.identity.NewUser;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.text.Text;
import org.keywarden.platform.text.Texts;

/**
 * What a new account shall be.
 *
 * @param email at most 254 characters
 * @param name at most 100 characters
 * @param role absent or {@code null} for a developer
 * @param password absent or {@code null} for a temporary one
 */
public record NewUserBody(
        @NotNull(message = "is required") @Text(min = 3, max = 254) String email,
        @Nullable @Text(max = 100) String name,
        @Nullable Role role,
        @Nullable
                @Text(
                        min = 12,
                        max = 200,
                        trimmed = false,
                        message = "must have 12 to 200 characters, and no control character")
                String password) {

    /**
     * The wish as the module understands it.
     *
     * @throws ValidationException if the e-mail address is none
     */
    NewUser toWish() {
        var address = email.strip();
        if (!EmailAddress.isPlausible(address)) {
            throw new ValidationException("email", "INVALID", "must be an e-mail address");
        }
        return new NewUser(
                address, Texts.trimmedOrNull(name), role == null ? Role.DEVELOPER : role, password);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "NewUserBody";
    }
}
