package org.keywarden.bench;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The application beside Keywarden that does nothing, as fast as this server can. */
@ApplicationPath("/")
public class BenchApplication extends Application {}
