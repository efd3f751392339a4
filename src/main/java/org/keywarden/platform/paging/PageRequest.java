package org.keywarden.platform.paging;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.problem.ValidationException;
import org.keywarden.platform.problem.Violation;

/** The two query parameters of every paged list, as a {@code @BeanParam}. */
public class PageRequest {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;

    // Text, since a parameter of a numeric type that does not parse is 404 by the specification.
    @QueryParam("page")
    @Nullable String page;

    @QueryParam("pageSize")
    @Nullable String pageSize;

    /**
     * Reads both: {@code page} from 1, by default 1; {@code pageSize} 1–100, by default 20.
     *
     * @throws ValidationException if one of them is anything else
     */
    public PageBounds bounds() {
        var violations = new ArrayList<Violation>();
        var bounds =
                new PageBounds(
                        number("page", page, 1, Integer.MAX_VALUE, violations),
                        number("pageSize", pageSize, DEFAULT_SIZE, MAX_SIZE, violations));
        if (!violations.isEmpty()) {
            throw new ValidationException(violations);
        }
        return bounds;
    }

    private static int number(
            String name,
            @Nullable String text,
            int otherwise,
            int max,
            List<Violation> violations) {
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,10}")) {
            var value = Long.parseLong(text);
            if (value >= 1 && value <= max) {
                return (int) value;
            }
        }
        violations.add(
                new Violation(name, "OUT_OF_RANGE", "must be a whole number from 1 to " + max));
        return otherwise;
    }
}
