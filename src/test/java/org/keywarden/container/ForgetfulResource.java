package org.keywarden.container;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Somebody forgot everything but the path. */
@Path("forgetful")
public class ForgetfulResource {

    @GET
    public String get() {
        return "\"got\"";
    }

    @POST
    public String post() {
        return "\"posted\"";
    }

    @PUT
    public String put() {
        return "\"put\"";
    }

    @PATCH
    public String patch() {
        return "\"patched\"";
    }

    @DELETE
    public String delete() {
        return "\"deleted\"";
    }

    /** No route: nobody can call it through the container. */
    public String help() {
        return "helped";
    }
}
