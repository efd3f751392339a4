package org.keywarden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.keywarden.access.TokenType.API_KEY;
import static org.keywarden.access.TokenType.SESSION_TOKEN;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A route")
class RouteTest {

    @Path("/things/")
    @SuppressWarnings("unused") // the routes are read by reflection
    static final class Plain {

        @GET
        public void get() {}

        @HEAD
        public void head() {}

        @POST
        public void post() {}

        @PUT
        @Path("{id}")
        public void put() {}

        @PATCH
        @Path("/{id}/parts/{part}/")
        public void patch() {}

        @DELETE
        @Path("{id: [0-9]+}")
        public void delete() {}

        @Purge
        public void purge() {}

        @Purge
        @RequiresScope(Scope.DELETE)
        public void purgeWithScope() {}

        @POST
        @Path("search")
        @RequiresScope(Scope.READ)
        public void search() {}

        @GET
        @Path("hidden")
        @Operation(hidden = true)
        public void hidden() {}

        @GET
        @Path("hidden-for-both")
        @Operation(hidden = true)
        @AllowedTokenTypes({SESSION_TOKEN, API_KEY})
        public void hiddenForBoth() {}

        @GET
        @Path("described")
        @Operation(summary = "Is described")
        public void described() {}

        @GET
        @Path("open")
        @AnonymousAccess
        public void open() {}

        public void noRoute() {}
    }

    @Path("things")
    @RequiresScope(Scope.READ)
    @AllowedTokenTypes(API_KEY)
    @SuppressWarnings("unused") // the routes are read by reflection
    static final class Annotated {

        @POST
        public void byClass() {}

        @POST
        @RequiresScope(Scope.DELETE)
        @AllowedTokenTypes(SESSION_TOKEN)
        public void byMethod() {}

        @POST
        @Operation(hidden = true)
        public void hidden() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @HttpMethod("PURGE")
    @interface Purge {}

    @Nested
    @DisplayName("asks for the scope")
    class Scopes {

        @ParameterizedTest(name = "{0} asks for {1}")
        @DisplayName("of its HTTP method")
        @CsvSource({
            "get, READ",
            "head, READ",
            "post, WRITE",
            "put, UPDATE",
            "patch, UPDATE",
            "delete, DELETE"
        })
        void byMethod(String method, Scope scope) {
            assertThat(route(Plain.class, method).rule().scope()).isEqualTo(scope);
        }

        @Test
        @DisplayName("that its method names, else its class")
        void byAnnotation() {
            assertThat(route(Plain.class, "search").rule().scope()).isEqualTo(Scope.READ);
            assertThat(route(Annotated.class, "byClass").rule().scope()).isEqualTo(Scope.READ);
            assertThat(route(Annotated.class, "byMethod").rule().scope()).isEqualTo(Scope.DELETE);
        }

        @Test
        @DisplayName("that it names, or does not start at all with an unknown HTTP method")
        void failsClosed() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> route(Plain.class, "purge"))
                    .withMessageContaining("purge");
            assertThat(route(Plain.class, "purgeWithScope").rule().scope()).isEqualTo(Scope.DELETE);
        }
    }

    @Nested
    @DisplayName("takes")
    class TokenTypes {

        @Test
        @DisplayName("both types of credential while it is visible")
        void takesBoth() {
            assertThat(route(Plain.class, "get").rule().tokenTypes())
                    .containsExactlyInAnyOrder(SESSION_TOKEN, API_KEY);
            assertThat(route(Plain.class, "described").rule().tokenTypes())
                    .containsExactlyInAnyOrder(SESSION_TOKEN, API_KEY);
        }

        @Test
        @DisplayName("sessions only once it is hidden")
        void hiddenTakesSessions() {
            var hidden = route(Plain.class, "hidden");

            assertThat(hidden.hidden()).isTrue();
            assertThat(hidden.rule().tokenTypes()).containsExactly(SESSION_TOKEN);
        }

        @Test
        @DisplayName("what its method says, else its class, hidden or not")
        void takesWhatItSays() {
            assertThat(route(Plain.class, "hiddenForBoth").rule().tokenTypes())
                    .containsExactlyInAnyOrder(SESSION_TOKEN, API_KEY);
            assertThat(route(Annotated.class, "byClass").rule().tokenTypes())
                    .containsExactly(API_KEY);
            assertThat(route(Annotated.class, "byMethod").rule().tokenTypes())
                    .containsExactly(SESSION_TOKEN);
            assertThat(route(Annotated.class, "hidden").rule().tokenTypes())
                    .containsExactly(API_KEY);
        }

        @Test
        @DisplayName("nobody without a credential, unless it says so")
        void isAnonymousOnRequest() {
            assertThat(route(Plain.class, "open").rule().anonymous()).isTrue();
            assertThat(route(Plain.class, "get").rule().anonymous()).isFalse();
            assertThat(route(Plain.class, "hidden").rule().anonymous()).isFalse();
        }
    }

    @Nested
    @DisplayName("is found")
    class Paths {

        @ParameterizedTest(name = "{0} at {1}")
        @DisplayName("at the path of the API, its class and its method")
        @CsvSource({
            "get, /api/v1/things",
            "put, /api/v1/things/{id}",
            "patch, /api/v1/things/{id}/parts/{part}",
            "search, /api/v1/things/search"
        })
        void hasItsPath(String method, String path) {
            assertThat(route(Plain.class, method).path()).isEqualTo(path);
        }

        @ParameterizedTest(name = "{0}: {1}")
        @DisplayName(
                "by its path, a parameter being one segment, with or without a slash at the end")
        @CsvSource({
            "get, /api/v1/things, true",
            "get, /api/v1/things/, true",
            "get, /api/v1/things//, false",
            "get, /api/v1/thingsx, false",
            "get, /api/v1/things/1, false",
            "get, /api/v1, false",
            "get, /x/api/v1/things, false",
            "put, /api/v1/things/1, true",
            "put, /api/v1/things/1/, true",
            "put, /api/v1/things/%2e%2e, true",
            "put, /api/v1/things/, false",
            "put, /api/v1/things/1/2, false",
            "patch, /api/v1/things/1/parts/2, true",
            "patch, /api/v1/things/1/2/parts/2, false",
            "delete, /api/v1/things/1, true",
            "delete, /api/v1/things/1/2, false",
            "open, /api/v1/things/open, true",
            "open, /api/v1/things/Open, false",
            "open, /api/v1/things/open;x=1, false",
            "open, /api/v1/things/%6fpen, false"
        })
        void isFoundByPath(String method, String path, boolean found) {
            assertThat(route(Plain.class, method).pattern().matcher(path).matches())
                    .isEqualTo(found);
        }

        @Test
        @DisplayName("nowhere, if the method answers no request")
        void isNoRoute() {
            assertThat(Route.of(Plain.class, method(Plain.class, "noRoute"), "/x")).isEmpty();
        }
    }

    private static Route route(Class<?> resource, String method) {
        return Route.of(resource, method(resource, method), "/api/v1/things").orElseThrow();
    }

    private static java.lang.reflect.Method method(Class<?> resource, String name) {
        try {
            return resource.getMethod(name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
