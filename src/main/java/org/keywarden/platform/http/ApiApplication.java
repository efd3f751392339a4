package org.keywarden.platform.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The HTTP API, version 1. */
@ApplicationPath(ApiApplication.BASE_PATH)
public class ApiApplication extends Application {

    /** What every path of the API begins with. */
    public static final String BASE_PATH = "/api/v1";

    @Override
    public Map<String, Object> getProperties() {
        // The schema of the API is /openapi; Jersey would offer its own, to anybody.
        // JSON is JsonBody's: with a name that is none of its features, Jersey adds no provider of
        // its own, which would win over ours at times, by the order in which it found the two.
        return Map.of(
                "jersey.config.server.wadl.disableWadl",
                true,
                "jersey.config.jsonFeature",
                "JsonBody");
    }
}
