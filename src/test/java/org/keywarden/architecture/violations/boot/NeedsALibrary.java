package org.keywarden.architecture.violations.boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.keywarden.architecture.Violates;

@Violates("LAUNCHER_IS_PLAIN_JAVA")
@SuppressWarnings("unused")
final class NeedsALibrary {
    private final ObjectMapper json = new ObjectMapper();
}
