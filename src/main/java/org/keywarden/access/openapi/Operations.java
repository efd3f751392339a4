package org.keywarden.access.openapi;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.keywarden.access.Role;
import org.keywarden.access.Route;
import org.keywarden.access.TokenType;
import org.keywarden.platform.problem.Problem;

/** Describes one route: what it takes, what it answers, and who may call it. */
class Operations {

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    Operation describe(Route route) {
        var method = route.method();
        var summary =
                method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        var resource = method.getDeclaringClass().getSimpleName().replace("Resource", "");
        var operation =
                OASFactory.createOperation()
                        .operationId(resource.toLowerCase(Locale.ROOT) + "_" + method.getName())
                        .addTag(resource)
                        .summary(summary == null ? null : summary.summary())
                        .description(access(route));
        var body = body(route);
        body.ifPresent(parameter -> operation.requestBody(requestBody(parameter)));
        parameters(route).forEach(operation::addParameter);
        secure(route, operation);
        return operation.responses(responses(route, body.isPresent(), operation));
    }

    private RequestBody requestBody(java.lang.reflect.Parameter body) {
        return OASFactory.createRequestBody()
                .required(body.isAnnotationPresent(NotNull.class))
                .content(json(schemas.ofRequest(body.getParameterizedType())));
    }

    /** A legend for people; the same is in the security requirements and in the 403 answer. */
    private static String access(Route route) {
        if (route.rule().anonymous()) {
            return "Needs no credential.";
        }
        return route.rule().tokenTypes().contains(TokenType.API_KEY)
                ? "Needs a session, or an API key with the scope `%s`."
                        .formatted(route.scope().wireName())
                : "Needs a session; takes no API key.";
    }

    private static void secure(Route route, Operation operation) {
        if (route.rule().anonymous()) {
            operation.setSecurity(List.of());
            return;
        }
        var schemes = new ArrayList<>(List.of(Document.SESSION_TOKEN));
        if (route.rule().tokenTypes().contains(TokenType.API_KEY)) {
            schemes.addAll(List.of(Document.API_KEY, Document.API_KEY_HEADER));
        }
        schemes.forEach(
                scheme ->
                        operation.addSecurityRequirement(
                                OASFactory.createSecurityRequirement().addScheme(scheme)));
    }

    private static Optional<java.lang.reflect.Parameter> body(Route route) {
        return Arrays.stream(route.method().getParameters())
                .filter(parameter -> !parameter.isAnnotationPresent(PathParam.class))
                .filter(parameter -> !parameter.isAnnotationPresent(QueryParam.class))
                .filter(parameter -> !parameter.isAnnotationPresent(BeanParam.class))
                .filter(parameter -> !parameter.isAnnotationPresent(Context.class))
                .findFirst();
    }

    private List<Parameter> parameters(Route route) {
        var found = new ArrayList<Parameter>();
        for (var parameter : route.method().getParameters()) {
            add(parameter, parameter.getParameterizedType(), found);
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    add(field, field.getGenericType(), found);
                }
            }
        }
        return found;
    }

    private void add(AnnotatedElement element, Type type, List<Parameter> found) {
        var parameter = OASFactory.createParameter().schema(schemas.ofRequest(type));
        var path = element.getAnnotation(PathParam.class);
        var query = element.getAnnotation(QueryParam.class);
        if (path != null) {
            found.add(parameter.name(path.value()).in(In.PATH).required(true));
        } else if (query != null) {
            found.add(parameter.name(query.value()).in(In.QUERY).required(false));
        }
    }

    private APIResponses responses(Route route, boolean takesBody, Operation operation) {
        var responses = OASFactory.createAPIResponses();
        addSuccess(route, responses);
        for (var special : route.method().getAnnotationsByType(APIResponse.class)) {
            problem(responses, special.responseCode(), special.description());
        }
        if (takesBody || operation.getParameters() != null) {
            problem(responses, "400", "VALIDATION_FAILED" + (takesBody ? ", MALFORMED_JSON" : ""));
        }
        problem(responses, "401", "UNAUTHENTICATED");
        problem(responses, "403", refusals(route));
        if (route.path().contains("{")) {
            problem(responses, "404", "NOT_FOUND: unknown, or not yours");
        }
        problem(responses, "406", "NOT_ACCEPTABLE");
        if (takesBody) {
            problem(responses, "413", "PAYLOAD_TOO_LARGE");
            problem(responses, "415", "UNSUPPORTED_MEDIA_TYPE");
        }
        problem(responses, "429", "RATE_LIMITED: see `Retry-After`, `RateLimit`");
        problem(responses, "500", "INTERNAL_ERROR");
        problem(responses, "503", "SERVICE_UNAVAILABLE");
        return responses;
    }

    private static String refusals(Route route) {
        var codes = new ArrayList<>(List.of("ACCOUNT_SUSPENDED"));
        if (!Set.of("GET", "HEAD").contains(route.httpMethod())) {
            codes.add("CSRF_INVALID (sessions by cookie)");
        }
        codes.add(
                route.rule().tokenTypes().contains(TokenType.API_KEY)
                        ? "INSUFFICIENT_SCOPE (`%s`)".formatted(route.scope().wireName())
                        : "TOKEN_TYPE_NOT_ALLOWED");
        if (route.rule().role() != Role.DEVELOPER) {
            codes.add("ROLE_REQUIRED (`%s`)".formatted(route.rule().role()));
        }
        return String.join(", ", codes);
    }

    private void addSuccess(Route route, APIResponses responses) {
        var declared = route.method().getAnnotation(APIResponseSchema.class);
        var type = route.method().getGenericReturnType();
        if (declared != null) {
            responses.addAPIResponse(
                    declared.responseCode(),
                    OASFactory.createAPIResponse()
                            .description(declared.responseDescription())
                            .content(json(schemas.ofAnswer(declared.value()))));
        } else if (type == void.class) {
            responses.addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
        } else if (type != Response.class) {
            responses.addAPIResponse(
                    "200",
                    OASFactory.createAPIResponse()
                            .description("Done")
                            .content(json(schemas.ofAnswer(type))));
        }
    }

    /** Adds codes to the answer of a status, which several may share. */
    private void problem(APIResponses responses, String status, String codes) {
        var known = responses.getAPIResponse(status);
        if (known != null) {
            known.setDescription(known.getDescription() + ", " + codes);
            return;
        }
        responses.addAPIResponse(
                status,
                OASFactory.createAPIResponse()
                        .description(codes)
                        .content(
                                OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(schemas.ofAnswer(Problem.class)))));
    }

    private static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType(
                        MediaType.APPLICATION_JSON, OASFactory.createMediaType().schema(schema));
    }
}
