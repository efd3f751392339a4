package org.keywarden.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.CurrentCaller;
import org.keywarden.access.TokenType;
import org.keywarden.usage.KeyInsights;
import org.keywarden.usage.Period;
import org.keywarden.usage.Usage;
import org.keywarden.usage.UsageSeries;

/**
 * Backs {@code console/overview.xhtml}: what the caller's keys do, which of them ask for attention, and
 * how to begin. The parameter {@code days} names the period, 7 by default.
 */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class OverviewPage {

    private static final List<Integer> PERIODS = List.of(1, 7, 30, 90);
    private static final int USUAL = 7;

    @Inject Usage usage;
    @Inject CurrentCaller caller;
    @Inject Clock clock;
    @Inject HttpServletRequest request;

    private @Nullable KeyInsights insights;
    private @Nullable UsageSeries series;

    /** The periods to choose from, in days. */
    public List<Integer> getPeriods() {
        return PERIODS;
    }

    /** The chosen one. */
    public int getDays() {
        var wish = request.getParameter("days");
        return PERIODS.stream()
                .filter(days -> days.toString().equals(wish))
                .findFirst()
                .orElse(USUAL);
    }

    public KeyInsights getInsights() {
        if (insights == null) {
            insights = usage.insightsOf(caller.get().user());
        }
        return insights;
    }

    /** The verifications of the chosen period. */
    public UsageSeries getSeries() {
        if (series == null) {
            var period = Period.lastDays(getDays(), clock);
            var owner = caller.get().user();
            series = usage.ofOwner(owner, period.from(), period.to(), period.bucket());
        }
        return series;
    }
}
