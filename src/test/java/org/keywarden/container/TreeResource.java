package org.keywarden.container;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Leads to resources that no container knows. */
@Path("tree")
public class TreeResource {

    @Path("{branch}")
    public Branch branch(@PathParam("branch") String name) {
        return new Branch(name);
    }

    /** What a locator makes by itself: no interceptor can stand before it. */
    public static class Branch {

        private final String name;

        Branch(String name) {
            this.name = name;
        }

        @GET
        public String get() {
            return "\"" + name + "\"";
        }

        @POST
        @Path("hidden")
        @Operation(hidden = true)
        public String hidden() {
            return "\"hidden\"";
        }

        @Path("twig")
        public Twig twig() {
            return new Twig();
        }
    }

    /** A branch's branch. */
    public static class Twig {

        @DELETE
        public void cut() {}
    }
}
