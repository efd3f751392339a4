package org.keywarden.platform.faces;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes every view stateless from its first moment. That a page says so by {@code f:view} comes too late
 * for PrimeFaces, which would keep the nonce in an HTTP session by then. ADR 29.
 */
public class StatelessViewHandler extends ViewHandlerWrapper {

    public StatelessViewHandler(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public UIViewRoot createView(FacesContext faces, String viewId) {
        var view = super.createView(faces, viewId);
        view.setTransient(true);
        return view;
    }

    @Override
    public @Nullable UIViewRoot restoreView(FacesContext faces, String viewId) {
        var view = super.restoreView(faces, viewId);
        if (view != null) {
            view.setTransient(true);
        }
        return view;
    }
}
