package org.keywarden.platform.config;

import java.util.List;

/** The configuration has mistakes; the start ends here. */
public class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> mistakes;

    public InvalidConfigurationException(List<String> mistakes) {
        super("Invalid configuration: " + String.join("; ", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** One line for each mistake, naming the property; never with the value of a secret. */
    public List<String> mistakes() {
        return mistakes;
    }
}
