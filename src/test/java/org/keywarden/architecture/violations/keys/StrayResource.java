package org.keywarden.architecture.violations.keys;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.keywarden.architecture.Violates;

@Path("stray")
@Violates("RESOURCES_ARE_ADAPTERS")
final class StrayResource {
    @GET
    public void get() {}
}
