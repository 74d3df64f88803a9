// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** An address that Moked can read, or nothing. */
@Target({ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Understood.Check.class)
public @interface Understood {
    /** What it should be, and the code of the refusal when it is not. */
    enum Kind {
        EMAIL("shared.email") {
            @Override
            boolean reads(String written) {
                return EmailAddress.parse(written).isPresent();
            }
        },
        PHONE("shared.phone") {
            @Override
            boolean reads(String written) {
                return PhoneNumber.parse(written).isPresent();
            }
        },
        NATIONAL_ID("shared.national-id") {
            @Override
            boolean reads(String written) {
                return NationalId.parse(written).isPresent();
            }
        },
        /** ISO 8601 with a zone or offset. */
        MOMENT("shared.moment") {
            @Override
            boolean reads(String written) {
                try {
                    OffsetDateTime.parse(written);
                    return true;
                } catch (DateTimeParseException other) {
                    return false;
                }
            }
        };

        private final String refusal;

        Kind(String refusal) {
            this.refusal = refusal;
        }

        abstract boolean reads(String written);
    }

    Kind value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Understood, String> {
        private Kind kind;

        @Override
        public void initialize(Understood constraint) {
            kind = constraint.value();
        }

        @Override
        public boolean isValid(String written, ConstraintValidatorContext context) {
            if (written == null || written.isBlank() || kind.reads(written)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(kind.refusal).addConstraintViolation();
            return false;
        }
    }
}
