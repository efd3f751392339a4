package org.keywarden.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A line of text that people typed: after trimming white space it has {@link #min()} to {@link
 * #max()} code points, none of them a control character or half a surrogate pair. {@code null} is
 * left to other constraints.
 */
@Documented
@Constraint(validatedBy = Text.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    int min() default 0;

    int max();

    /** Whether white space around it does not count; of a password it does. */
    boolean trimmed() default true;

    String message() default
            "must have {min} to {max} characters after trimming, and no control character";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts code points, as people do. */
    class Validator implements ConstraintValidator<Text, CharSequence> {

        private int min;
        private int max;
        private boolean trimmed;

        @Override
        public void initialize(Text text) {
            min = text.min();
            max = text.max();
            trimmed = text.trimmed();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            var text = trimmed ? value.toString().strip() : value.toString();
            var length = text.codePointCount(0, text.length());
            return length >= min && length <= max && Texts.isPlain(text);
        }
    }
}
