package org.keywarden.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Tests against the one running server. A parameter of type {@link Account} is a new user who is
 * signed in; {@link Api} is a client without a credential; {@link Bench} and its parts come as they
 * are.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(KeywardenTest.Parameters.class)
public @interface KeywardenTest {

    /** Keeps the bench in the store of the whole run, which closes it at the end. */
    class Parameters implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            var type = parameter.getParameter().getType();
            return type.getPackage() == Bench.class.getPackage();
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return resolve(parameter.getParameter().getType(), bench(context));
        }

        /** The bench of this run, started if no test has needed it until now. */
        public static Bench bench(ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
                    .bench();
        }

        private static Object resolve(Class<?> type, Bench bench) {
            return switch (type.getSimpleName()) {
                case "Account" -> bench.accounts().create();
                case "Accounts" -> bench.accounts();
                case "Api" -> bench.server().api();
                case "TestDatabase" -> bench.database();
                case "RunningServer" -> bench.server();
                default -> bench;
            };
        }
    }
}
