package org.keywarden.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user who is signed in.
 *
 * @param api a client with the token of this user
 */
public record Account(String id, String email, String password, String token, Api api) {

    /** The body of a request for a key that may read, with other fields as given. */
    public static Map<String, Object> aKey(Object... fields) {
        var body = new LinkedHashMap<String, Object>();
        body.put("scopes", List.of("read"));
        body.putAll(fields(fields));
        return body;
    }

    /** A JSON object of names and values in turn. */
    public static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** Issues a key of this user. */
    public Key issue(Object... fields) {
        return Key.of(this, api.post("/developer/keys", aKey(fields)).expect(201));
    }

    /** Creates a project of this user; returns its id. */
    public String createProject(String name) {
        return api.post("/developer/projects", fields("name", name)).expect(201).text("project.id");
    }

    /** What verification says of a key to this user. */
    public String verify(String raw) {
        return api.post("/keys/verify", fields("key", raw)).expect(200).text("code");
    }

    /**
     * A key of a user.
     *
     * @param raw the secret
     * @param answer the one that carried it
     */
    public record Key(Account owner, String id, String raw, Answer answer) {

        static Key of(Account owner, Answer answer) {
            return new Key(owner, answer.text("key.id"), answer.text("rawApiKey"), answer);
        }

        public String path() {
            return "/developer/keys/" + id;
        }

        /** The key as its owner sees it now. */
        public Answer read() {
            return owner.api().get(path()).expect(200);
        }

        public String status() {
            return read().text("key.status");
        }

        public Answer rotate(Object... fields) {
            return owner.api().post(path() + "/rotate", fields(fields));
        }

        public void revoke() {
            owner.api().delete(path()).expect(204);
        }

        public void disable() {
            owner.api().post(path() + "/disable").expect(200);
        }

        /** A client that has this key as its credential. */
        public Api api() {
            return owner.api().without("Authorization").as(raw);
        }
    }
}
