package org.keywarden.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keywarden.platform.config.Mode;

@DisplayName("The paths of the sandbox")
class SandboxPathsTest {

    @Test
    @DisplayName("are open in development mode")
    void openInDevelopment() {
        assertThat(SandboxPaths.in(Mode.DEVELOPMENT))
                .containsOnlyKeys("/sandbox/sign-in", "/sandbox/v1/api-key", "/sandbox/revoke");
    }

    @Test
    @DisplayName("do not exist in production mode, and nothing else maps one")
    void absentInProduction() {
        assertThat(SandboxPaths.in(Mode.PRODUCTION)).isEmpty();
        assertThat(new ClassFileImporter().importPackages("org.keywarden.sandbox"))
                .noneMatch(type -> type.isAnnotatedWith(WebServlet.class))
                .noneMatch(type -> type.isAnnotatedWith(WebFilter.class))
                .noneMatch(type -> type.isAnnotatedWith(Path.class));
    }
}
