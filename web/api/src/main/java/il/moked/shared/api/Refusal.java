// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.WrongFieldsException;
import jakarta.ejb.EJBAccessException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** From whatever was thrown to the {@link Problem} the caller gets. The one place that knows which status a refusal has. */
public final class Refusal {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int UNPROCESSABLE = 422;
    private static final int PRECONDITION_REQUIRED = 428;
    private static final int BROKEN = 500;
    private static final int DEEPEST = 20;
    /** Refused because of the state it is in now: another time the same request may succeed. */
    private static final Set<String> CONFLICTS = Set.of(
            "agreement.used-up", "casework.escalated", "casework.escalation-over", "catalog.out-of-stock", "catalog.quote-ended", "catalog.quote-expired", "catalog.reservation-ended", "catalog.reservation-other", "catalog.stock-held", "customer.duplicates",
            "customer.merge-later", "customer.merge-undone", "customer.merged-already", "customer.not-a-guest", "customer.number-taken", "customer.pair-decided", "interaction.closed", "interaction.not-owner",
            "interaction.open", "offer.lead-ended", "offer.lead-open", "offer.lead-taken", "offer.not-allowed", "order.fulfilled", "order.nothing-open", "order.state", "promise.broken", "promise.ended", "promise.not-ended",
            "promise.same-time", "promise.undo-late", "routing.changed", "routing.not-offered", "shared.busy", "shared.conflict", "shared.request-running");
    private static final Map<String, Integer> STATUSES = Map.of("access.denied", FORBIDDEN, "shared.bad-request", BAD_REQUEST, "shared.not-json-at", BAD_REQUEST, "shared.request-key", BAD_REQUEST, "shared.if-match-missing", PRECONDITION_REQUIRED);

    private Refusal() {
    }

    public static Problem of(Throwable failure, Locale locale) {
        Optional<ConstraintViolationException> invalid = caused(failure, ConstraintViolationException.class);
        if (invalid.isPresent()) {
            return problem(UNPROCESSABLE, "shared.invalid", locale).about(fields(invalid.get(), locale));
        }
        Optional<BusinessException> refused = caused(failure, BusinessException.class);
        if (refused.isPresent()) {
            return business(refused.get(), locale);
        }
        if (caused(failure, EJBAccessException.class).isPresent()) {
            return problem(FORBIDDEN, "access.denied", locale);
        }
        if (caused(failure, OptimisticLockException.class).isPresent()) {
            return problem(CONFLICT, "shared.conflict", locale);
        }
        if (caused(failure, PessimisticLockException.class).isPresent()) {
            return problem(CONFLICT, "shared.busy", locale);
        }
        if (caused(failure, JsonException.class).isPresent() || caused(failure, JsonbException.class).isPresent()) {
            return problem(BAD_REQUEST, "shared.not-json", locale);
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < BROKEN) {
            int status = web.getResponse().getStatus();
            return problem(status, status == NOT_FOUND ? "shared.nowhere" : "shared.bad-request", locale);
        }
        String trace = UUID.randomUUID().toString().substring(0, 8);
        ApiLog.LOG.failed(trace, failure);
        return problem(BROKEN, "shared.broken", locale, trace).traced(trace);
    }

    private static Problem business(BusinessException refused, Locale locale) {
        Problem problem = problem(status(refused), refused.code(), locale, refused.arguments().toArray());
        if (refused instanceof WrongFieldsException fields) {
            return problem.about(fields.wrong().stream().map(wrong -> new Problem.FieldError(wrong.field(), wrong.code(), Words.text(wrong.code(), locale, wrong.arguments().toArray()))).toList());
        }
        boolean namesField = refused.code().startsWith("shared.field-") && !refused.arguments().isEmpty();
        return namesField ? problem.about(List.of(new Problem.FieldError(refused.arguments().get(0).toString(), refused.code(), problem.title()))) : problem;
    }

    private static int status(BusinessException refused) {
        if (refused instanceof NotFoundException) {
            return NOT_FOUND;
        }
        if (refused instanceof StaleVersionException) {
            return PRECONDITION_FAILED;
        }
        if (CONFLICTS.contains(refused.code())) {
            return CONFLICT;
        }
        return STATUSES.getOrDefault(refused.code(), UNPROCESSABLE);
    }

    private static List<Problem.FieldError> fields(ConstraintViolationException invalid, Locale locale) {
        return invalid.getConstraintViolations().stream().map(violation -> field(violation, locale)).sorted(Comparator.comparing(Problem.FieldError::field)).toList();
    }

    /** The message of a constraint is its code; the largest allowed length is the argument of its text. */
    private static Problem.FieldError field(ConstraintViolation<?> violation, Locale locale) {
        Object longest = violation.getConstraintDescriptor().getAttributes().getOrDefault("max", "");
        return new Problem.FieldError(violation.getPropertyPath().toString(), violation.getMessage(), Words.text(violation.getMessage(), locale, longest));
    }

    private static Problem problem(int status, String code, Locale locale, Object... arguments) {
        return Problem.of(status, code, Words.text(code, locale, arguments));
    }

    private static <T extends Throwable> Optional<T> caused(Throwable failure, Class<T> kind) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
