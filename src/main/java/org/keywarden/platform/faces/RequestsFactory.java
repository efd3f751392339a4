package org.keywarden.platform.faces;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextFactory;

/**
 * Puts {@link FormsByPost} and {@link FreshNonce} in front of every request; named in {@code
 * faces-config.xml}.
 */
public class RequestsFactory extends ExternalContextFactory {

    public RequestsFactory(ExternalContextFactory faces) {
        super(faces);
    }

    @Override
    public ExternalContext getExternalContext(Object context, Object request, Object response) {
        return new FreshNonce(
                new FormsByPost(getWrapped().getExternalContext(context, request, response)));
    }
}
