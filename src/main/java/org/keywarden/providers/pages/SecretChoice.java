package org.keywarden.providers.pages;

import org.jspecify.annotations.Nullable;
import org.keywarden.platform.text.Texts;
import org.keywarden.providers.ClientSecret;
import org.openapitools.jackson.nullable.JsonNullable;

/** What an administrator wants with the client secret of a provider, which is read and never shown. */
public class SecretChoice {

    private @Nullable String text;
    private boolean stored;
    private boolean removing;
    private boolean confirmed;
    private boolean asking;
    private boolean done;

    /** What was typed; {@code null} for nothing, which keeps what is stored. */
    @Nullable ClientSecret typed() {
        var given = Texts.trimmedOrNull(text);
        return given == null ? null : new ClientSecret(given);
    }

    JsonNullable<ClientSecret> toPatch() {
        var given = typed();
        return given == null && !removing ? JsonNullable.undefined() : JsonNullable.of(given);
    }

    /**
     * Whether the secret may go where the provider will be. Somebody who changes an address may not
     * think of the secret that goes there along, and is asked; typing it again says enough.
     */
    boolean mayGo(boolean elsewhere) {
        asking = elsewhere && stored && !removing && typed() == null;
        return !asking || confirmed;
    }

    /** Whether it has to be confirmed that the stored one goes to a new address. */
    public boolean isAsking() {
        return asking;
    }

    /** Whether one was typed in vain: it is not sent back to be shown again. */
    public boolean isLost() {
        return typed() != null && !done;
    }

    void setDone(boolean done) {
        this.done = done;
    }

    public boolean isStored() {
        return stored;
    }

    void setStored(boolean stored) {
        this.stored = stored;
    }

    /** Never the secret: it is for writing only. */
    public @Nullable String getText() {
        return null;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public boolean isRemoving() {
        return removing;
    }

    public void setRemoving(boolean removing) {
        this.removing = removing;
    }

    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }
}
