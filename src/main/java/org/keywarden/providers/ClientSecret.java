package org.keywarden.providers;

/** What proves to an OAuth server that it is us who asks. */
public record ClientSecret(String text) {

    /** Never the secret. */
    @Override
    public String toString() {
        return "ClientSecret";
    }
}
