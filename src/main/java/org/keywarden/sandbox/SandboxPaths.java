package org.keywarden.sandbox;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import org.keywarden.platform.config.Configuration;
import org.keywarden.platform.config.Mode;

/**
 * Opens the paths of the sandbox in development mode. Its servlets carry no annotation that maps them,
 * so in production mode there is nothing that could be reached, or switched on.
 */
@WebListener
public class SandboxPaths implements ServletContextListener {

    @Inject Configuration configuration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        in(configuration.mode())
                .forEach(
                        (path, servlet) -> {
                            var context = event.getServletContext();
                            var added = context.addServlet(servlet.getSimpleName(), servlet);
                            added.setAsyncSupported(true);
                            added.addMapping(path);
                        });
    }

    static Map<String, Class<? extends HttpServlet>> in(Mode mode) {
        return mode == Mode.DEVELOPMENT
                ? Map.of(
                        "/sandbox/sign-in", SandboxSignIn.class,
                        "/sandbox/v1/api-key", SandboxApi.class,
                        "/sandbox/revoke", SandboxRevocation.class)
                : Map.of();
    }
}
