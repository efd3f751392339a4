package org.keywarden.projects;

import java.time.Instant;

/**
 * A project as its owner sees it.
 *
 * @param id {@code prj_…}
 * @param name 1–100 code points
 * @param isDefault whether keys go here when nobody said where
 * @param createdAt UTC, milliseconds
 */
public record ProjectSummary(ProjectId id, String name, boolean isDefault, Instant createdAt) {}
