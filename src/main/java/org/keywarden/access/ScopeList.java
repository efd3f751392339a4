package org.keywarden.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.keywarden.platform.problem.ValidationException;

/** A list of scopes as a set, since a scope that stands twice is a mistake of the caller's. */
public final class ScopeList {

    private ScopeList() {}

    /**
     * @throws ValidationException if a scope stands twice
     */
    public static Set<Scope> distinct(List<Scope> scopes) {
        var set = EnumSet.noneOf(Scope.class);
        for (var scope : scopes) {
            if (!set.add(scope)) {
                throw new ValidationException("scopes", "DUPLICATE", "must be distinct");
            }
        }
        return set;
    }
}
