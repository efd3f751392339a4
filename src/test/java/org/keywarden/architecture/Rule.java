package org.keywarden.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.keywarden.access.CurrentCaller;
import org.keywarden.exchange.ExchangeFailedException;
import org.keywarden.platform.config.InvalidConfigurationException;
import org.keywarden.platform.crypto.SealBrokenException;
import org.keywarden.platform.crypto.SecureRandoms;
import org.keywarden.platform.event.DomainEvent;
import org.keywarden.platform.problem.ProblemException;

/**
 * What the compiler cannot hold, for everything below a root package: ours, or that of the classes
 * in {@code violations}, which prove that each rule can fail.
 */
@SuppressWarnings("ImmutableEnumChecker") // what builds a rule has no state
enum Rule {
    PICTURE(
            root ->
                    classes()
                            .should(
                                    adhereToPlantUmlDiagram(
                                            Picture.below(root),
                                            consideringOnlyDependenciesInAnyPackage(root + "..")))
                            .because("the picture in src/docs/architecture is the rule")),

    NO_CYCLES(
            root ->
                    slices().matching(root + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .because("two modules that need each other are one")),

    NO_CYCLES_IN_PLATFORM(
            root ->
                    slices().matching(root + ".platform.(*)..")
                            .should()
                            .beFreeOfCycles()
                            .because("each part of the platform can be understood by itself")),

    PLATFORM_KNOWS_NOBODY(
            root ->
                    noClasses()
                            .that()
                            .resideInAPackage(root + ".platform..")
                            .should()
                            .dependOnClassesThat(
                                    resideInAPackage(root + "..")
                                            .and(not(resideInAPackage(root + ".platform.."))))
                            .because("a kernel that knows a module is part of it")),

    CONFIGURATION_IS_PLAIN_JAVA(
            root ->
                    classes()
                            .that()
                            .resideInAPackage(root + ".platform.config")
                            .and()
                            .doNotHaveSimpleName("ConfigurationProducer")
                            .should()
                            .onlyDependOnClassesThat(plainJava(root + ".platform.config"))
                            .because("the launcher reads it before there is a server")),

    LAUNCHER_IS_PLAIN_JAVA(
            root ->
                    classes()
                            .that()
                            .resideInAPackage(root + ".boot")
                            .should()
                            .onlyDependOnClassesThat(
                                    plainJava(
                                            root + ".boot",
                                            root + ".platform.config",
                                            "fish.payara.micro.."))
                            .because("nothing but Payara Micro lies beside it in the jar")),

    ADAPTERS_SEE_NO_DATABASE(
            root ->
                    noClasses()
                            .that()
                            .resideInAPackage("..rest..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "jakarta.persistence..", "java.sql..", "javax.sql..")
                            .because("they see what strangers see: the facade")),

    STORAGE_STAYS_INSIDE(
            root ->
                    noClasses()
                            .that()
                            .areAnnotatedWith(Entity.class)
                            .or()
                            .haveSimpleNameEndingWith("Repository")
                            .should()
                            .bePublic()
                            .because("what is stored leaves a module only as a record")),

    INJECTED_FIELDS_ARE_PACKAGE_PRIVATE(
            root ->
                    fields().that()
                            .areAnnotatedWith(Inject.class)
                            .should()
                            .bePackagePrivate()
                            .because("a test in the package sets them, and nobody else")),

    NO_CONSTRUCTOR_INJECTION(
            root ->
                    noConstructors()
                            .should()
                            .beAnnotatedWith(Inject.class)
                            .because(
                                    "a proxy needs a constructor without parameters (WELD-001410)")),

    ONE_SOURCE_OF_RANDOMNESS(
            root ->
                    noClasses()
                            .that()
                            .doNotBelongToAnyOf(SecureRandoms.class)
                            .should()
                            .dependOnClassesThat()
                            .areAssignableTo(Random.class)
                            .orShould()
                            .dependOnClassesThat()
                            .areAssignableTo(SecureRandom.class)
                            .orShould()
                            .callMethod(Math.class, "random")
                            .because("a secret from a weak source is none")),

    ONE_CLOCK(
            root ->
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(root + ".boot")
                            .and()
                            .doNotHaveSimpleName("ClockProducer")
                            .should()
                            .accessTargetWhere(readsTheTime())
                            .because("time is injected, so that a test can stop it")),

    NO_EMPTY_NAMES(
            root ->
                    noClasses()
                            .should()
                            .haveNameMatching(".*(Impl|Utils?|Manager|Service|Helper)")
                            .because("such a name says nothing about what a class does")),

    NULL_IS_MARKED(
            root ->
                    classes()
                            .should(Conditions.beInANullMarkedPackage())
                            .because("NullAway looks only there")),

    RESOURCES_ARE_ADAPTERS(
            root ->
                    methods()
                            .that()
                            .areMetaAnnotatedWith(HttpMethod.class)
                            .should()
                            .beDeclaredInClassesThat()
                            .areAnnotatedWith(Path.class)
                            .andShould()
                            .beDeclaredInClassesThat()
                            .resideInAPackage("..rest")
                            .because("a route is found where routes are")),

    ONE_NAMES_THE_CALLER(
            root ->
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(root + ".authentication")
                            .should()
                            .callMethodWhere(
                                    describe(
                                            "names the caller",
                                            call ->
                                                    call.getTarget().getName().equals("become")
                                                            && call.getTargetOwner()
                                                                    .isEquivalentTo(
                                                                            CurrentCaller.class)))
                            .because("who calls is what authentication found, and nothing else")),

    CHANGES_ARE_TRANSACTIONAL(
            root ->
                    classes()
                            .that(describe("fire domain events", Rule::firesDomainEvents))
                            .should()
                            .beAnnotatedWith(Transactional.class)
                            .because(
                                    "a change and its audit entry are kept together, or not at all")),

    ONE_LOG(
            root ->
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(root + ".boot", root + ".platform.log")
                            .should()
                            .accessTargetWhere(
                                    JavaAccess.Predicates.targetOwner(
                                                    resideInAPackage("java.util.logging"))
                                            .as("use java.util.logging"))
                            .because("a line without a request id and named fields helps nobody")),

    NO_CONSOLE(
            root ->
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(root + ".boot", root + ".platform.log")
                            .should()
                            .accessField(System.class, "out")
                            .orShould()
                            .accessField(System.class, "err")
                            .orShould()
                            .callMethod(Throwable.class, "printStackTrace")
                            .because(
                                    "the log has levels, fields and a format; the console has not")),

    MODULES_STAY_SMALL(
            root ->
                    Conditions.packages()
                            .should(Conditions.haveAtMostTypes(30))
                            .because("past that it is two modules")),

    EXCEPTIONS_ARE_ANSWERS(
            root ->
                    classes()
                            .that()
                            .areAssignableTo(Throwable.class)
                            .and()
                            .arePublic()
                            .should()
                            .beAssignableTo(ProblemException.class)
                            .orShould()
                            .be(InvalidConfigurationException.class)
                            .orShould()
                            .be(SealBrokenException.class)
                            .orShould()
                            .be(ExchangeFailedException.class)
                            .because(
                                    "what others may catch is what a caller can act on, or must not be"
                                            + " told"));

    private static final Set<String> CLOCKS = Set.of("currentTimeMillis", "now");

    private final Function<String, ArchRule> rule;

    Rule(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    /** The rule for the packages below a root. */
    ArchRule below(String root) {
        return rule.apply(root);
    }

    private static DescribedPredicate<JavaClass> plainJava(String... andPackages) {
        return resideInAnyPackage("", "java..", "org.jspecify..")
                .or(resideInAnyPackage(andPackages))
                .as("are plain Java or reside in %s", String.join(", ", andPackages));
    }

    /** The ways to ask for the time without being given a clock. */
    private static DescribedPredicate<JavaAccess<?>> readsTheTime() {
        return describe(
                "reads the time of the system",
                access ->
                        access.getTarget() instanceof AccessTarget.MethodCallTarget method
                                && isClock(method));
    }

    private static boolean isClock(AccessTarget.MethodCallTarget method) {
        var owner = method.getOwner().getName();
        var takesClock =
                method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isAssignableTo(java.time.Clock.class));
        return (owner.equals("java.lang.System") || owner.startsWith("java.time."))
                && !takesClock
                && (CLOCKS.contains(method.getName()) || method.getName().startsWith("system"));
    }

    private static boolean firesDomainEvents(JavaClass type) {
        return type.getFields().stream()
                .map(JavaField::getType)
                .filter(field -> field.toErasure().isEquivalentTo(Event.class))
                .filter(JavaParameterizedType.class::isInstance)
                .flatMap(field -> ((JavaParameterizedType) field).getActualTypeArguments().stream())
                .anyMatch(argument -> argument.toErasure().isAssignableTo(DomainEvent.class));
    }
}
