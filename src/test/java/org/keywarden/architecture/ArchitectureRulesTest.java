package org.keywarden.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Below {@code violations} stands a small Keywarden in which everything is wrong. */
@DisplayName("A rule of the architecture")
class ArchitectureRulesTest {

    private static final String ROOT = "org.keywarden.architecture.violations";

    private static final JavaClasses WRONG = new ClassFileImporter().importPackages(ROOT);

    @ParameterizedTest
    @DisplayName("finds what breaks it")
    @EnumSource(Rule.class)
    void findsItsViolations(Rule rule) {
        var found = rule.below(ROOT).evaluate(WRONG).getFailureReport().getDetails();

        assertThat(culprits(rule)).isNotEmpty();
        assertThat(culprits(rule))
                .allSatisfy(culprit -> assertThat(found).anyMatch(line -> names(line, culprit)));
    }

    @ParameterizedTest
    @DisplayName("finds nothing else")
    @EnumSource(Rule.class)
    void findsNothingElse(Rule rule) {
        var found = rule.below(ROOT).evaluate(WRONG).getFailureReport().getDetails();

        assertThat(found)
                .allSatisfy(
                        line ->
                                assertThat(culprits(rule))
                                        .anyMatch(culprit -> names(line, culprit)));
    }

    @Test
    @DisplayName("is named as its violations name it")
    void isKnown() {
        assertThat(WRONG.stream().flatMap(type -> broken(type).stream()).distinct())
                .isSubsetOf(Arrays.stream(Rule.values()).map(Rule::name).toList());
    }

    private static List<JavaClass> culprits(Rule rule) {
        return WRONG.stream().filter(type -> broken(type).contains(rule.name())).toList();
    }

    private static List<String> broken(JavaClass type) {
        return type.tryGetAnnotationOfType(Violates.class)
                .map(violates -> List.of(violates.value()))
                .orElse(List.of());
    }

    private static boolean names(String line, JavaClass culprit) {
        return line.contains(culprit.getName());
    }
}
