package org.keywarden.access.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.spi.CDI;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.keywarden.access.Routes;

/**
 * Describes the API at {@code /openapi}. The server's own scanner is switched off: it takes ids for
 * objects, times too, and knows nothing of access.
 */
public class Document implements OASModelReader {

    static final String SESSION_TOKEN = "sessionToken";
    static final String API_KEY = "apiKey";
    static final String API_KEY_HEADER = "apiKeyHeader";

    @Override
    public OpenAPI buildModel() {
        var routes = CDI.current().select(Routes.class).get();
        var schemas = new Schemas(CDI.current().select(ObjectMapper.class).get());
        var operations = new Operations(schemas);
        var paths = OASFactory.createPaths();
        for (var route : routes.all()) {
            if (route.hidden()) {
                continue;
            }
            var item = paths.getPathItem(route.path());
            if (item == null) {
                item = OASFactory.createPathItem();
                paths.addPathItem(route.path(), item);
            }
            item.setOperation(HttpMethod.valueOf(route.httpMethod()), operations.describe(route));
        }
        return OASFactory.createOpenAPI()
                .openapi("3.0.3")
                .info(
                        OASFactory.createInfo()
                                .title("Keywarden API")
                                .version("1")
                                .description("Issue, list, rotate, revoke and verify API keys.")
                                .license(
                                        OASFactory.createLicense()
                                                .name("Apache-2.0")
                                                .url(
                                                        "https://www.apache.org/licenses/LICENSE-2.0")))
                .addServer(OASFactory.createServer().url("/"))
                .paths(paths)
                .components(components(schemas));
    }

    private static Components components(Schemas schemas) {
        var components =
                OASFactory.createComponents()
                        .addSecurityScheme(
                                SESSION_TOKEN,
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description("The token from POST /auth/login"))
                        .addSecurityScheme(
                                API_KEY,
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key"))
                        .addSecurityScheme(
                                API_KEY_HEADER,
                                OASFactory.createSecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")
                                        .description("An API key"));
        schemas.components().forEach(components::addSchema);
        return components;
    }
}
