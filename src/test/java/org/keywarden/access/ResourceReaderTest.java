package org.keywarden.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A resource")
class ResourceReaderTest {

    @Path("trees")
    @SuppressWarnings("unused") // read by reflection
    static class Trees {

        @GET
        public void list() {}

        @Path("{tree}/leaves")
        public Leaves leaves() {
            return new Leaves();
        }
    }

    @SuppressWarnings("unused")
    static class Leaves {

        @GET
        @AnonymousAccess
        public void list() {}

        @DELETE
        @Path("{leaf}")
        public void delete() {}
    }

    @Path("secretive")
    @SuppressWarnings("unused")
    static class Secretive {

        @Path("{anything}")
        public Object anything() {
            return this;
        }
    }

    @Path("endless")
    @SuppressWarnings("unused")
    static class Endless {

        @Path("again")
        public Endless again() {
            return this;
        }
    }

    @SuppressWarnings("unused")
    static class Kinds {

        public void open() {}

        void inPackage() {}

        private void hidden() {}

        static void ofClass() {}

        final void last() {}
    }

    @Test
    @DisplayName("has its own routes and those that its locators lead to")
    void followsLocators() {
        assertThat(new ResourceReader(Trees.class).routes())
                .extracting(Route::httpMethod, Route::path)
                .containsExactlyInAnyOrder(
                        tuple("GET", "/api/v1/trees"),
                        tuple("GET", "/api/v1/trees/{tree}/leaves"),
                        tuple("DELETE", "/api/v1/trees/{tree}/leaves/{leaf}"));
    }

    @Test
    @DisplayName("has locators that nobody is refused, but where all behind them is closed")
    void judgesLocators() {
        assertThat(new ResourceReader(Trees.class).locators().values())
                .singleElement()
                .satisfies(rule -> assertThat(rule.anonymous()).isTrue())
                .satisfies(rule -> assertThat(rule.scope()).isNull());
    }

    @Test
    @DisplayName("has no routes without a path that leads to it")
    void needsAPath() {
        assertThat(new ResourceReader(Leaves.class).routes()).isEmpty();
    }

    @Test
    @DisplayName("stops the start if nobody can tell where it leads")
    void refusesSecrets() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ResourceReader(Secretive.class))
                .withMessageContaining("anything");
        assertThatIllegalStateException().isThrownBy(() -> new ResourceReader(Endless.class));
    }

    @Test
    @DisplayName("or bean is guarded where an interceptor can stand, and nowhere else")
    void knowsItsReach() throws NoSuchMethodException {
        for (var name : new String[] {"open", "inPackage"}) {
            assertThat(GuardExtension.isWithinReach(Kinds.class.getDeclaredMethod(name))).isTrue();
        }
        for (var name : new String[] {"hidden", "ofClass", "last"}) {
            assertThat(GuardExtension.isWithinReach(Kinds.class.getDeclaredMethod(name))).isFalse();
        }
    }
}
