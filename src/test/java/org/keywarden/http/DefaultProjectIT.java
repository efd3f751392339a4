package org.keywarden.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keywarden.testing.Account.aKey;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.keywarden.testing.Account;
import org.keywarden.testing.KeywardenTest;
import org.keywarden.testing.Parallel;
import org.keywarden.testing.TestDatabase;

@KeywardenTest
@DisplayName("The default project")
class DefaultProjectIT {

    private static final String PATH = "/developer/projects";

    @Test
    @DisplayName("comes with the first key")
    void comesWithFirstKey(Account anna) {
        var key = anna.issue();

        assertThat(key.answer().text("key.project.name")).isEqualTo("Default");
        assertThat(key.answer().get("key.project.isDefault").asBoolean()).isTrue();
        assertThat(anna.api().get(PATH).texts("projects", "id"))
                .containsExactly(key.answer().text("key.project.id"));
    }

    @Test
    @DisplayName("takes a key whose project is named by blank text")
    void takesBlank(Account anna) {
        var key = anna.issue("projectId", " ", "projectName", "");

        assertThat(key.answer().text("key.project.name")).isEqualTo("Default");
    }

    @Test
    @DisplayName("is a project of that name, if there is one")
    void adoptsNamesake(Account anna) {
        var named = anna.createProject("Default");

        var key = anna.issue();

        assertThat(key.answer().text("key.project.id")).isEqualTo(named);
        assertThat(key.answer().get("key.project.isDefault").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("gives way to the project that is named, by id before name")
    void givesWay(Account anna) {
        var wanted = anna.createProject("Wanted");

        var byId = anna.issue("projectId", wanted, "projectName", "Other");
        var byName = anna.issue("projectName", " Wanted ");
        var created = anna.issue("projectName", "New");

        assertThat(byId.answer().text("key.project.id")).isEqualTo(wanted);
        assertThat(byName.answer().text("key.project.id")).isEqualTo(wanted);
        assertThat(created.answer().text("key.project.name")).isEqualTo("New");
        assertThat(created.answer().get("key.project.isDefault").asBoolean()).isFalse();
        assertThat(anna.api().get(PATH).texts("projects", "name")).containsExactly("New", "Wanted");
    }

    @Test
    @DisplayName("moves when another one is chosen, again changes nothing")
    void moves(Account anna) {
        anna.issue();
        var other = anna.createProject("Other");

        var chosen = anna.api().post(PATH + "/" + other + "/set-default").expect(200);
        var again = anna.api().post(PATH + "/" + other + "/set-default").expect(200);

        assertThat(chosen.get("project.isDefault").asBoolean()).isTrue();
        assertThat(again.body()).isEqualTo(chosen.body());
        assertThat(anna.api().get(PATH).texts("projects", "isDefault"))
                .containsExactly("true", "false");
        assertThat(anna.issue().answer().text("key.project.id")).isEqualTo(other);
    }

    @Test
    @DisplayName("is none after it was cleared, also the second time")
    void clears(Account anna) {
        anna.issue();

        anna.api().post(PATH + "/clear-default").expect(204);
        anna.api().post(PATH + "/clear-default").expect(204);

        assertThat(anna.api().get(PATH).texts("projects", "isDefault")).containsExactly("false");
    }

    @Test
    @DisplayName("cannot be somebody else's project")
    void isOwn(Account anna, Account ben) {
        var foreign = ben.createProject("Ben's");

        anna.api().post(PATH + "/" + foreign + "/set-default").expectProblem(404, "NOT_FOUND");
    }

    @RepeatedTest(3)
    @DisplayName("is one after 50 first keys at once, which are all there")
    void isOneAfterRace(Account anna, TestDatabase database) {
        var answers = Parallel.times(50, () -> anna.api().post("/developer/keys", aKey()));

        assertThat(answers).extracting(answer -> answer.status()).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.text("key.id")).doesNotHaveDuplicates();
        assertThat(anna.api().get(PATH).texts("projects", "name")).containsExactly("Default");
        assertThat(database.count("select count(*) from api_key where owner_id = ?", anna.id()))
                .isEqualTo(50);
    }

    @Test
    @DisplayName("and any named one is created once by 50 keys at once")
    void namesOnceInRace(Account anna) {
        var answers =
                Parallel.times(
                        50, () -> anna.api().post("/developer/keys", aKey("projectName", "Race")));

        assertThat(answers).extracting(answer -> answer.status()).containsOnly(201);
        assertThat(anna.api().get(PATH).texts("projects", "name")).containsExactly("Race");
        assertThat(anna.api().get(PATH).texts("projects", "_count.apiKeys")).containsExactly("50");
    }

    @RepeatedTest(3)
    @DisplayName("is one after many choices at once, which all succeed")
    void isOneAfterChoices(Account anna) {
        var ids = new ConcurrentLinkedQueue<String>();
        for (var name : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            ids.add(anna.createProject(name));
        }

        var statuses =
                Parallel.times(
                        8,
                        () -> anna.api().post(PATH + "/" + ids.poll() + "/set-default").status());

        assertThat(statuses).containsOnly(200);
        assertThat(anna.api().get(PATH).texts("projects", "isDefault"))
                .containsOnlyOnce("true")
                .startsWith("true");
    }
}
