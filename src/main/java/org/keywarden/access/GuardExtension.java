package org.keywarden.access;

import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Binds the guard while the container starts: to every JAX-RS resource, which it remembers, and to
 * whatever else asks for a scope, a type or a role. A class with a path or with a method that answers
 * HTTP is a resource, whatever else it forgets to say.
 */
public class GuardExtension implements Extension {

    private static final Set<Class<? extends Annotation>> RULES =
            Set.of(RequiresScope.class, AllowedTokenTypes.class, RequiresRole.class);

    private final Set<Class<?>> resources = new LinkedHashSet<>();

    <T> void guardResource(
            @Observes @WithAnnotations({Path.class, HttpMethod.class})
                    ProcessAnnotatedType<T> found) {
        var type = found.getAnnotatedType();
        if (type.getJavaClass().isInterface()) {
            return;
        }
        resources.add(type.getJavaClass());
        var resource = found.configureAnnotatedType();
        resource.add(new GuardedLiteral());
        if (type.getAnnotations().stream().noneMatch(GuardExtension::isScope)) {
            resource.add(RequestScoped.Literal.INSTANCE);
        }
    }

    /** Faces beans and facades: the whole class, or the methods that ask for something. */
    <T> void guardBean(
            @Observes
                    @WithAnnotations({
                        RequiresScope.class,
                        AllowedTokenTypes.class,
                        RequiresRole.class
                    })
                    ProcessAnnotatedType<T> found) {
        var type = found.getAnnotatedType();
        type.getMethods().forEach(GuardExtension::requireGuardable);
        if (hasRule(type)) {
            found.configureAnnotatedType().add(new GuardedLiteral());
        } else {
            found.configureAnnotatedType()
                    .filterMethods(GuardExtension::hasRule)
                    .forEach(method -> method.add(new GuardedLiteral()));
        }
    }

    private static <T> boolean hasRule(AnnotatedType<T> type) {
        return RULES.stream().anyMatch(type::isAnnotationPresent);
    }

    private static boolean hasRule(AnnotatedMethod<?> method) {
        return RULES.stream().anyMatch(method::isAnnotationPresent);
    }

    /** What no interceptor can stand before shall not look as if one did. */
    private static void requireGuardable(AnnotatedMethod<?> method) {
        if (hasRule(method) && !isWithinReach(method.getJavaMember())) {
            throw new DefinitionException("Cannot be guarded: " + method.getJavaMember());
        }
    }

    /** Whether an interceptor can stand before a method. */
    static boolean isWithinReach(Method method) {
        var modifiers = method.getModifiers();
        return !Modifier.isPrivate(modifiers)
                && !Modifier.isStatic(modifiers)
                && !Modifier.isFinal(modifiers);
    }

    private static boolean isScope(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(NormalScope.class);
    }

    Set<Class<?>> resources() {
        return resources;
    }

    private static class GuardedLiteral extends AnnotationLiteral<Guarded> implements Guarded {
        private static final long serialVersionUID = 1L;
    }
}
