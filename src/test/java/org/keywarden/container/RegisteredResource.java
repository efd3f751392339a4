package org.keywarden.container;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.stream.Stream;

/** Tells what takes part in JAX-RS. */
@Path("registered")
public class RegisteredResource {

    @Context Configuration configuration;

    @GET
    public List<String> classes() {
        return Stream.concat(
                        configuration.getClasses().stream(),
                        configuration.getInstances().stream().map(Object::getClass))
                .map(Class::getName)
                .sorted()
                .toList();
    }
}
