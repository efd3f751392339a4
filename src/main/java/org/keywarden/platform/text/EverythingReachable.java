package org.keywarden.platform.text;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/** Lets Bean Validation look at every property: what we validate are records, never entities. */
public class EverythingReachable implements TraversableResolver {

    @Override
    public boolean isReachable(
            @Nullable Object bean, Path.Node node, Class<?> root, Path path, ElementType type) {
        return true;
    }

    @Override
    public boolean isCascadable(
            @Nullable Object bean, Path.Node node, Class<?> root, Path path, ElementType type) {
        return true;
    }
}
