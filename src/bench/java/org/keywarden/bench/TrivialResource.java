package org.keywarden.bench;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The yardsticks: what a JAX-RS call costs on this server before anybody does any work. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class TrivialResource {

    /** The least that JAX-RS can do: no body to read, a constant text to write. */
    @GET
    @Path("ping")
    public String ping() {
        return "{\"pong\":true}";
    }

    /** The same shape of call as a verification: a small JSON body in, a small one out. */
    @POST
    @Path("echo")
    @Consumes(MediaType.APPLICATION_JSON)
    public Message echo(Message message) {
        return message;
    }

    /** A JSON object with one text. A plain bean: the server's JSON-B knows no records. */
    public static class Message {

        private String key = "";

        public String getKey() {
            return key;
        }

        public void setKey(String key) {
            this.key = key;
        }
    }
}
