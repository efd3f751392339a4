package org.keywarden.usage.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.keys.KeySummary;
import org.keywarden.keys.Keys;
import org.keywarden.platform.problem.NotFoundException;
import org.keywarden.usage.Period;
import org.keywarden.usage.Usage;
import org.keywarden.usage.UsageSeries;

/** Backs {@code keys/usage.xhtml}: how the key was used that the parameter {@code id} names. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class KeyUsagePage {

    private static final int DAYS = 30;

    @Inject Usage usage;
    @Inject Keys keys;
    @Inject CurrentCaller caller;
    @Inject Clock clock;
    @Inject HttpServletRequest request;

    private @Nullable KeySummary key;
    private @Nullable UsageSeries series;

    /**
     * The key.
     *
     * @throws NotFoundException if the caller has no such key
     */
    public KeySummary getKey() {
        if (key == null) {
            var id = request.getParameter("id");
            if (id == null) {
                throw new NotFoundException();
            }
            key = keys.get(caller.get().user(), id);
        }
        return key;
    }

    /** Its last days. */
    public UsageSeries getSeries() {
        if (series == null) {
            var period = Period.lastDays(DAYS, clock);
            series = usage.ofKey(getKey().id(), period.from(), period.to(), period.bucket());
        }
        return series;
    }

    public int getDays() {
        return DAYS;
    }
}
