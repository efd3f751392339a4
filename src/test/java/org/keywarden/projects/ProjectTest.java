package org.keywarden.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.access.Callers;

@DisplayName("A project")
class ProjectTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Project project = new Project(Callers.ADA, new ProjectName("Billing"), NOON);

    @Test
    @DisplayName("is new under its name, and no default")
    void isNew() {
        assertThat(project.summary())
                .isEqualTo(new ProjectSummary(project.id(), "Billing", false, NOON));
        assertThat(project.id().value()).matches("prj_[0-9a-f]{32}");
    }

    @Test
    @DisplayName("changes its name only to another one, case included")
    void changesItsName() {
        assertThat(project.rename(new ProjectName(" Billing "))).isFalse();
        assertThat(project.rename(new ProjectName("billing"))).isTrue();

        assertThat(project.summary().name()).isEqualTo("billing");
    }

    @Test
    @DisplayName("becomes the default, and ceases to be, once each time")
    void becomesTheDefault() {
        assertThat(project.makeDefault(false)).isFalse();
        assertThat(project.makeDefault(true)).isTrue();
        assertThat(project.makeDefault(true)).isFalse();
        assertThat(project.summary().isDefault()).isTrue();
        assertThat(project.makeDefault(false)).isTrue();
        assertThat(project.isDefault()).isFalse();
    }
}
