package org.keywarden.projects;

/**
 * The name of a project: 1–100 code points without control characters, unique per user, case
 * matters.
 *
 * @param value trimmed
 */
public record ProjectName(String value) {

    public static final int MAX_LENGTH = 100;

    /** What the project is called that a key goes to when nobody said where. */
    static final ProjectName DEFAULT = new ProjectName("Default");

    public ProjectName {
        value = value.strip();
    }

    @Override
    public String toString() {
        return value;
    }
}
