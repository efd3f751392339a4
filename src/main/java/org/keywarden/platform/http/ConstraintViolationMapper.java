package org.keywarden.platform.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

/** Bean Validation's violations in our words. The priority is above that of Jersey's own mapper. */
@Provider
@Priority(1)
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    private static final Map<String, String> CODES =
            Map.of(
                    "NotNull", "REQUIRED",
                    "NotBlank", "REQUIRED",
                    "NotEmpty", "REQUIRED",
                    "Min", "OUT_OF_RANGE",
                    "Max", "OUT_OF_RANGE",
                    "Size", "OUT_OF_RANGE",
                    "Text", "INVALID_TEXT",
                    "AssertTrue", "INVALID_COMBINATION");

    @Inject ProblemMapper problems;

    @Override
    public Response toResponse(ConstraintViolationException thrown) {
        return problems.toResponse(
                new ValidationException(
                        thrown.getConstraintViolations().stream()
                                .map(ConstraintViolationMapper::violation)
                                .sorted(Comparator.comparing(Violation::field))
                                .toList()));
    }

    private static Violation violation(ConstraintViolation<?> violation) {
        var constraint =
                violation
                        .getConstraintDescriptor()
                        .getAnnotation()
                        .annotationType()
                        .getSimpleName();
        return new Violation(
                field(violation),
                CODES.getOrDefault(constraint, "INVALID"),
                violation.getMessage());
    }

    /** The path below the body; the method and its parameter are nobody's business. */
    private static String field(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .filter(node -> node.getKind() != ElementKind.PARAMETER)
                .map(Object::toString)
                .filter(name -> !name.isEmpty() && !name.startsWith("<"))
                .collect(Collectors.joining("."));
    }
}
