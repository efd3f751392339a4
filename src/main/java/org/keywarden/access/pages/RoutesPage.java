package org.keywarden.access.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.Route;
import org.keywarden.access.Routes;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;

/** Backs {@code console/routes.xhtml}: the access matrix as it is enforced. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class RoutesPage {

    @Inject Routes routes;
    @Inject HttpServletRequest request;

    /** Those that the filters of the address let through, by path and method. */
    public List<Route> getRows() {
        var filter = filter();
        return routes.all().stream().filter(filter::admits).toList();
    }

    /** How many there are without a filter. */
    public int getTotal() {
        return routes.all().size();
    }

    public String getText() {
        return filter().text();
    }

    /** The wire name of the token type to show, or empty text for all. */
    public String getTokenType() {
        var type = filter().tokenType();
        return type == null ? "" : type.wireName();
    }

    /** The wire name of the scope to show, or empty text for all. */
    public String getScope() {
        var scope = filter().scope();
        return scope == null ? "" : scope.wireName();
    }

    public List<TokenType> getTokenTypes() {
        return List.of(TokenType.values());
    }

    public List<Scope> getScopes() {
        return List.of(Scope.values());
    }

    private RouteFilter filter() {
        return RouteFilter.of(request::getParameter);
    }
}
