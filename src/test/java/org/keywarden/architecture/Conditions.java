package org.keywarden.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.syntax.elements.GivenObjects;
import org.jspecify.annotations.NullMarked;

/** Conditions that ArchUnit does not bring. */
final class Conditions {

    private Conditions() {}

    static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(violated(type, type.getName() + " is in a package that is not"));
                }
            }
        };
    }

    static GivenObjects<JavaPackage> packages() {
        return all(
                new AbstractClassesTransformer<JavaPackage>("packages") {
                    @Override
                    public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                        return classes.stream().map(JavaClass::getPackage).collect(toSet());
                    }
                });
    }

    static ArchCondition<JavaPackage> haveAtMostTypes(int most) {
        return new ArchCondition<>("have at most " + most + " types") {
            @Override
            public void check(JavaPackage found, ConditionEvents events) {
                var types =
                        found.getClasses().stream()
                                .filter(JavaClass::isTopLevelClass)
                                .filter(type -> !type.isArray())
                                .filter(type -> !type.getSimpleName().equals("package-info"))
                                .map(JavaClass::getName)
                                .sorted()
                                .toList();
                if (types.size() > most) {
                    events.add(violated(found, types.size() + " types: " + types));
                }
            }
        };
    }
}
