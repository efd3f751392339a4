package org.keywarden.access.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.keywarden.access.AccessRule;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.Route;
import org.keywarden.access.Routes;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;
import org.keywarden.platform.faces.Parameters;

/** Backs {@code console/routes.xhtml}: the access matrix as it is enforced. */
@Named
@RequestScoped
@AllowedTokenTypes(TokenType.SESSION_TOKEN)
public class RoutesPage {

    @Inject Routes routes;
    @Inject Parameters parameters;

    /** A route, without the method that answers it: some have one for each form of the body. */
    public record Row(String httpMethod, String path, boolean hidden, AccessRule rule) {

        static Row of(Route route) {
            return new Row(route.httpMethod(), route.path(), route.hidden(), route.rule());
        }
    }

    /** Those that the filters of the address let through, by path and method. */
    public List<Row> getRows() {
        var filter = filter();
        return all().filter(filter::admits).toList();
    }

    private Stream<Row> all() {
        return routes.all().stream().map(Row::of).distinct();
    }

    /** How many there are without a filter. */
    public long getTotal() {
        return all().count();
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
        return RouteFilter.of(parameters::text);
    }
}
