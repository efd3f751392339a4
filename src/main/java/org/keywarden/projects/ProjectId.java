package org.keywarden.projects;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.keywarden.platform.id.Ids;

/** The id of a project: {@code prj_} and 32 hex digits. */
public record ProjectId(@JsonValue String value) {

    private static final String KIND = "prj";

    static ProjectId next() {
        return new ProjectId(Ids.next(KIND));
    }

    /** Reads an id from outside; empty if no project can have it. */
    public static Optional<ProjectId> parse(String text) {
        return Ids.isOf(KIND, text) ? Optional.of(new ProjectId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
