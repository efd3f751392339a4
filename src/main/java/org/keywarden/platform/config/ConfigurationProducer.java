package org.keywarden.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the configuration injectable. */
@ApplicationScoped
class ConfigurationProducer {

    /**
     * @throws InvalidConfigurationException which stops the deployment
     */
    @Produces
    @Singleton
    Configuration configuration(Config config) {
        return Configuration.read(name -> config.getOptionalValue(name, String.class));
    }
}
