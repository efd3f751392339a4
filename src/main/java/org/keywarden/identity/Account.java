package org.keywarden.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.Role;
import org.keywarden.access.UserId;

/** Somebody who can sign in. */
@Entity
@Table(name = "account")
class Account {

    @Id private String id;

    @Version private int version;

    private String email;

    @Column(name = "email_key")
    private String emailKey;

    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String locale;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean suspended;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Account() {} // for JPA

    Account(UserId id, NewUser wanted, String passwordHash, Instant createdAt) {
        this.id = id.value();
        this.email = wanted.email();
        this.emailKey = key(wanted.email());
        this.name = wanted.name();
        this.role = wanted.role();
        this.theme = Theme.SYSTEM;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    /** What makes two spellings of an e-mail address the same account. */
    static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    UserId id() {
        return new UserId(id);
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean isSuspended() {
        return suspended;
    }

    /** Changes what a patch names. */
    void change(UserPatch patch) {
        name = patch.name().isPresent() ? patch.name().get() : name;
        role = patch.role().orElse(role);
        suspended = patch.suspended().orElse(suspended);
    }

    /** Changes what its owner may change. */
    void change(ProfileChange wish) {
        name = wish.name();
        locale = wish.locale();
        theme = wish.theme();
    }

    void replacePassword(String hash) {
        passwordHash = hash;
    }

    User toUser() {
        return new User(new UserId(id), email, name, role, locale);
    }

    Profile profile() {
        return new Profile(new UserId(id), email, name, role, locale, theme);
    }

    AccountSummary summary() {
        return new AccountSummary(new UserId(id), email, name, role, suspended, createdAt);
    }
}
