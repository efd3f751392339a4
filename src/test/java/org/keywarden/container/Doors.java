package org.keywarden.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.keywarden.access.AllowedTokenTypes;
import org.keywarden.access.RequiresRole;
import org.keywarden.access.RequiresScope;
import org.keywarden.access.Role;
import org.keywarden.access.Scope;
import org.keywarden.access.TokenType;

/** A facade that asks for rights at some of its methods. */
@ApplicationScoped
public class Doors {

    @RequiresScope(Scope.DELETE)
    public String remove() {
        return "removed";
    }

    @AllowedTokenTypes(TokenType.SESSION_TOKEN)
    public String manage() {
        return "managed";
    }

    public String look() {
        return "seen";
    }

    /** The bean of a page that asks for rights as a whole. */
    @Named
    @RequestScoped
    @RequiresScope(Scope.READ)
    @RequiresRole(Role.ADMIN)
    public static class AdministratorsPage implements Serializable {

        private static final long serialVersionUID = 1L;

        public String title() {
            return "Users";
        }

        @RequiresScope(Scope.UPDATE)
        @RequiresRole(Role.DEVELOPER)
        public String rename() {
            return "renamed";
        }
    }
}
