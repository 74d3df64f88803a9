// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;

/** A sender says at least one thing by which he can be recognised. */
@Target({ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Reachable.Check.class)
@interface Reachable {
    String message() default "shared.unreachable";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Reachable, NewContact.Sender> {
        @Override
        public boolean isValid(NewContact.Sender sender, ConstraintValidatorContext context) {
            return sender == null || Stream.of(sender.email(), sender.phone(), sender.nationalId()).anyMatch(given -> given != null && !given.isBlank());
        }
    }
}
