package org.keywarden.keys.pages;

import org.keywarden.platform.http.ApiApplication;

/**
 * Texts that put a key to use. Only the line for the environment has the key itself: the others read it
 * from there, so that neither a shell's history nor source code keeps it.
 *
 * @param raw the key
 * @param server our address, with the context path
 */
public record IssuedSnippets(String raw, String server) {

    private static final String PLAIN = "[\\w.:/+=-]+";

    /** A line of a {@code .env} file. */
    public String env() {
        var value = raw.matches(PLAIN) ? raw : "'" + raw.replace("'", "'\\''") + "'";
        return "KEYWARDEN_API_KEY=" + value;
    }

    /** Verifies the key by a command. */
    public String curl() {
        return """
               curl -s %s \\
                 -H "Authorization: Bearer $KEYWARDEN_API_KEY" \\
                 -H "Content-Type: application/json" \\
                 -d "{\\"key\\": \\"$KEYWARDEN_API_KEY\\"}"
               """
                .formatted(verification())
                .strip();
    }

    /** Verifies the key by a program that needs nothing but Java. */
    public String java() {
        return """
               import java.net.URI;
               import java.net.http.*;

               class VerifyKey {
                   public static void main(String[] args) throws Exception {
                       var key = System.getenv("KEYWARDEN_API_KEY");
                       var request = HttpRequest.newBuilder()
                               .uri(URI.create("%s"))
                               .header("Authorization", "Bearer " + key)
                               .header("Content-Type", "application/json")
                               .POST(HttpRequest.BodyPublishers.ofString(
                                       "{\"key\": \"" + key + "\"}"))
                               .build();
                       System.out.println(HttpClient.newHttpClient()
                               .send(request, HttpResponse.BodyHandlers.ofString())
                               .body());
                   }
               }
               """
                .formatted(verification())
                .strip();
    }

    private String verification() {
        return server + ApiApplication.BASE_PATH + "/keys/verify";
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "IssuedSnippets";
    }
}
