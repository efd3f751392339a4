package org.keywarden.architecture.violations.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import org.keywarden.architecture.Violates;

@ApplicationScoped
@Violates("CONFIGURATION_IS_PLAIN_JAVA")
final class NeedsAServer {}
