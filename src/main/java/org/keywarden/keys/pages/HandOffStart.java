package org.keywarden.keys.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.keywarden.access.CallLimits;
import org.keywarden.access.CurrentCaller;
import org.keywarden.handoffs.BindingCookies;
import org.keywarden.handoffs.Gateway;
import org.keywarden.handoffs.HandOffs;
import org.keywarden.handoffs.Started;
import org.keywarden.platform.http.ApiApplication;
import org.keywarden.platform.request.PublicOrigin;
import org.keywarden.providers.Provider;
import org.primefaces.PrimeFaces;

/**
 * Begins hand-offs from a page, under the limits of the API. The answer tells {@code hand-off.js} where to
 * send the tab and what to ask with; it is kept nowhere else.
 */
@RequestScoped
class HandOffStart {

    @Inject HandOffs handOffs;
    @Inject BindingCookies cookies;
    @Inject CallLimits limits;
    @Inject CurrentCaller caller;
    @Inject PublicOrigin origin;
    @Inject HttpServletRequest request;
    @Inject FacesContext faces;

    void begin(Provider provider) {
        limits.admit(HandOffs.START, HandOffs.STARTS_PER_MINUTE);
        var started =
                handOffs.start(caller.get(), provider.slug(), Gateway.NONE, origin.of(request));
        cookies.set(response(), started.binding());
        tell(provider, started);
    }

    private void tell(Provider provider, Started started) {
        var answer = PrimeFaces.current().ajax();
        answer.addCallbackParam("kwHandOff", started.loginSessionId());
        answer.addCallbackParam("kwHandOffProvider", provider.slug());
        answer.addCallbackParam("kwHandOffPage", redirect(provider, started));
        answer.addCallbackParam("kwLookAfter", Started.POLL_AFTER.toMillis());
        answer.addCallbackParam("kwEndAfter", Started.LIFETIME.toMillis());
    }

    private String redirect(Provider provider, Started started) {
        return "%s%s/auth/providers/%s/redirect?login_session_id=%s"
                .formatted(
                        request.getContextPath(),
                        ApiApplication.BASE_PATH,
                        provider.slug(),
                        started.loginSessionId());
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
    }
}
