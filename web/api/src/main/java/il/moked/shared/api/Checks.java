// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.Set;

/** Checks what a request brought before anything is done with it; REST and SOAP alike. */
@ApplicationScoped
public class Checks {
    @Inject
    Validator validator;

    /**
     * @return the same, valid
     * @throws BadRequestException when there is none
     * @throws ConstraintViolationException naming each field that is wrong
     */
    public <T> T valid(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        Set<ConstraintViolation<T>> wrong = validator.validate(body);
        if (!wrong.isEmpty()) {
            throw new ConstraintViolationException(wrong);
        }
        return body;
    }
}
