package org.keywarden.access;

import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Binds the guard to every JAX-RS resource while the container starts, and remembers them. A class
 * with a path or with a method that answers HTTP is a resource, whatever else it forgets to say.
 */
public class GuardExtension implements Extension {

    private final Set<Class<?>> resources = new LinkedHashSet<>();

    <T> void guard(
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
