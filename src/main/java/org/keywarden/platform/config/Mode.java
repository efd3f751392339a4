package org.keywarden.platform.config;

/** How strict this installation is. */
public enum Mode {
    /** Runs on a laptop without any configuration: embedded database, generated secret. */
    DEVELOPMENT,
    /** Every convenience is off, and what is missing stops the start. */
    PRODUCTION
}
