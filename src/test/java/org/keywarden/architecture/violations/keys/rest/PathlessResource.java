package org.keywarden.architecture.violations.keys.rest;

import jakarta.ws.rs.GET;
import org.keywarden.architecture.Violates;

@Violates("RESOURCES_ARE_ADAPTERS")
final class PathlessResource {
    @GET
    public void get() {}
}
