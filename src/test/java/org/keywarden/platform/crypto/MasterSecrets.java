package org.keywarden.platform.crypto;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.config.Configuration;

/** Master secrets for tests. */
public final class MasterSecrets {

    private MasterSecrets() {}

    /** One that the operator configured, with the retired ones. */
    public static MasterSecret of(String newest, String... retired) {
        return loaded(newest, List.of(retired), Path.of("unused"));
    }

    /** One that nobody configured. */
    static MasterSecret generatedIn(Path folder) {
        return loaded(null, List.of(), folder);
    }

    private static MasterSecret loaded(@Nullable String newest, List<String> retired, Path folder) {
        var defaults = Configuration.read(name -> Optional.empty());
        var secret = new MasterSecret();
        secret.configuration =
                new Configuration(
                        defaults.mode(),
                        defaults.httpPort(),
                        defaults.database(),
                        folder,
                        newest,
                        retired,
                        defaults.administrator(),
                        defaults.keyPrefix(),
                        defaults.trustedProxies(),
                        defaults.limits(),
                        defaults.idleLimit(),
                        defaults.corsOrigins(),
                        defaults.trustedIssuer(),
                        defaults.oidc(),
                        defaults.providers(),
                        defaults.logFormat());
        secret.random = new SecureRandoms();
        secret.load();
        return secret;
    }
}
