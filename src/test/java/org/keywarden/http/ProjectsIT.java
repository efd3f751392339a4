package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;
import static org.keywarden.testing.Account.fields;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keywarden.testing.Account;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;

@KeywardenTest
@DisplayName("Projects")
class ProjectsIT {

    private static final String PATH = "/developer/projects";

    @Nested
    @DisplayName("when created")
    class Creating {

        @Test
        @DisplayName("answer 201 with Location and the project")
        void answersCreated(Account anna) {
            var created = anna.api().post(PATH, fields("name", "  Shop ")).expect(201);

            assertThat(created.get("project").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("id", "name", "isDefault", "createdAt", "_count");
            assertThat(created.text("project.name")).isEqualTo("Shop");
            assertThat(created.get("project.isDefault").asBoolean()).isFalse();
            assertThat(created.get("project._count.apiKeys").asInt()).isZero();
            assertThat(created.header("Location"))
                    .endsWith("/api/v1" + PATH + "/" + created.text("project.id"));
        }

        @Test
        @DisplayName("take 100 code points and tell upper from lower case")
        void takesNames(Account anna) {
            anna.createProject("\uD83D\uDD11".repeat(100));
            anna.createProject("shop");
            anna.createProject("Shop");

            assertThat(anna.api().get(PATH).texts("projects", "name")).hasSize(3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"name\":null}", "{\"name\":\"\"}", "{\"name\":\" \\t \"}"})
        @DisplayName("without a name answer 400")
        void requiresName(String body, Account anna) {
            anna.api().post(PATH, body).expectInvalid("name");
        }

        @Test
        @DisplayName("with a name that is too long answer 400")
        void refusesLongName(Account anna) {
            anna.api().post(PATH, fields("name", "x".repeat(101))).expectInvalid("name");
        }

        @Test
        @DisplayName("with a taken name answer 409, but names of others are free")
        void refusesTakenName(Account anna, Account ben) {
            anna.createProject("Shop");

            anna.api().post(PATH, fields("name", " Shop")).expectProblem(409, "PROJECT_NAME_TAKEN");
            ben.api().post(PATH, fields("name", "Shop")).expect(201);
        }

        @Test
        @DisplayName("50 times at once under one name have one winner")
        void haveOneWinner(Account anna) {
            var answers = Parallel.times(50, () -> anna.api().post(PATH, fields("name", "Race")));

            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .extracting(answer -> answer.status() + " " + answer.text("errorCode"))
                    .containsOnly("409 PROJECT_NAME_TAKEN");
            assertThat(anna.api().get(PATH).get("projects")).hasSize(1);
        }
    }

    @Nested
    @DisplayName("when read")
    class Reading {

        @Test
        @DisplayName("come default first, then by name")
        void areSorted(Account anna) {
            for (var name : List.of("b", "c", "a")) {
                anna.createProject(name);
            }
            var chosen = anna.createProject("z");
            anna.api().post(PATH + "/" + chosen + "/set-default").expect(200);

            var names = anna.api().get(PATH).expect(200).texts("projects", "name");

            assertThat(names).containsExactly("z", "a", "b", "c");
        }

        @Test
        @DisplayName("count all their keys, revoked ones too")
        void countKeys(Account anna) {
            var project = anna.createProject("Shop");
            anna.issue("projectId", project);
            anna.issue("projectId", project).revoke();
            anna.issue("projectName", "Other");

            var read = anna.api().get(PATH + "/" + project).expect(200);

            assertThat(read.get("project._count.apiKeys").asInt()).isEqualTo(2);
            assertThat(anna.api().get(PATH).texts("projects", "_count.apiKeys"))
                    .containsExactlyInAnyOrder("2", "1");
        }

        @Test
        @DisplayName("belong to their owner alone")
        void arePrivate(Account anna, Account ben) {
            var project = anna.createProject("Shop");

            assertThat(ben.api().get(PATH).expect(200).get("projects")).isEmpty();
            ben.api().get(PATH + "/" + project).expectProblem(404, "NOT_FOUND");
        }
    }

    @Nested
    @DisplayName("when renamed")
    class Renaming {

        @Test
        @DisplayName("answer 200 with the new name, which may be the old one")
        void answersRenamed(Account anna) {
            var path = PATH + "/" + anna.createProject("Shop");

            var renamed = anna.api().patch(path, fields("name", " Store ")).expect(200);

            assertThat(renamed.text("project.name")).isEqualTo("Store");
            anna.api().patch(path, fields("name", "Store")).expect(200);
            assertThat(anna.api().get(path).body()).isEqualTo(renamed.body());
        }

        @Test
        @DisplayName("to a taken name answer 409")
        void refusesTakenName(Account anna) {
            anna.createProject("Shop");
            var path = PATH + "/" + anna.createProject("Store");

            anna.api().patch(path, fields("name", "Shop")).expectProblem(409, "PROJECT_NAME_TAKEN");
            assertThat(anna.api().get(path).text("project.name")).isEqualTo("Store");
        }

        @Test
        @DisplayName("without a name answer 400")
        void requiresName(Account anna) {
            var path = PATH + "/" + anna.createProject("Shop");

            anna.api().patch(path, "{}").expectInvalid("name");
        }

        @Test
        @DisplayName("in parallel to one name have one winner")
        void haveOneWinner(Account anna) {
            var names = List.of("a", "b", "c", "d", "e", "f", "g", "h");
            var ids = new java.util.concurrent.ConcurrentLinkedQueue<String>();
            names.forEach(name -> ids.add(anna.createProject(name)));

            var statuses =
                    Parallel.times(
                            names.size(),
                            () ->
                                    anna.api()
                                            .patch(PATH + "/" + ids.poll(), fields("name", "One"))
                                            .status());

            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }

    @Nested
    @DisplayName("when deleted")
    class Deleting {

        @Test
        @DisplayName("answer 204 and are gone")
        void answersGone(Account anna) {
            var path = PATH + "/" + anna.createProject("Shop");

            anna.api().delete(path).expect(204);

            anna.api().get(path).expectProblem(404, "NOT_FOUND");
            anna.api().delete(path).expectProblem(404, "NOT_FOUND");
        }

        @Test
        @DisplayName("answer 409 while they hold a key that is not revoked")
        void refusesUsedOnes(Account anna) {
            var project = anna.createProject("Shop");
            anna.issue("projectId", project).disable();

            for (var query : List.of("", "?revokeKeys=false")) {
                anna.api()
                        .delete(PATH + "/" + project + query)
                        .expectProblem(409, "PROJECT_NOT_EMPTY");
            }
        }

        @Test
        @DisplayName("with revokeKeys leave their keys revoked and without a project")
        void revokesKeys(Account anna) {
            var project = anna.createProject("Shop");
            var key = anna.issue("projectId", project);

            anna.api().delete(PATH + "/" + project + "?revokeKeys=true").expect(204);

            assertThat(key.status()).isEqualTo("REVOKED");
            assertThat(key.read().get("key.project").isNull()).isTrue();
            assertThat(anna.verify(key.raw())).isEqualTo("REVOKED");
        }

        @Test
        @DisplayName("keep revoked keys for the record")
        void keepsRecord(Account anna) {
            var project = anna.createProject("Shop");
            var key = anna.issue("projectId", project);
            key.revoke();
            var revokedAt = key.read().get("key.revokedAt");

            anna.api().delete(PATH + "/" + project).expect(204);

            assertThat(key.read().get("key.revokedAt")).isEqualTo(revokedAt);
            assertThat(key.read().get("key.project").isNull()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"TRUE", "1", "yes", "", "%00"})
        @DisplayName("answer 400 for another value of revokeKeys")
        void refusesFlag(String flag, Account anna) {
            var path = PATH + "/" + anna.createProject("Shop");

            anna.api().delete(path + "?revokeKeys=" + flag).expectInvalid("revokeKeys");
            anna.api().get(path).expect(200);
        }

        @RepeatedTest(10)
        @DisplayName("while keys are issued into them lose no key")
        void racesWithIssuing(Account anna) {
            var project = anna.createProject("Race");
            var deletes = new AtomicBoolean();

            var answers =
                    Parallel.times(
                            12,
                            () ->
                                    deletes.compareAndSet(false, true)
                                            ? anna.api().delete(PATH + "/" + project)
                                            : anna.api()
                                                    .post(
                                                            "/developer/keys",
                                                            aKey("projectId", project)));

            assertThat(answers)
                    .extracting(answer -> answer.status())
                    .isSubsetOf(201, 204, 400, 409);
            answers.stream()
                    .filter(answer -> answer.status() == 201)
                    .forEach(
                            answer ->
                                    assertThat(anna.verify(answer.text("rawApiKey")))
                                            .isEqualTo("VALID"));
        }
    }
}
