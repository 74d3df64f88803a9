// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.calendar.BusinessCalendar;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says: when it looks, what must hold, what is done then.
 *
 * @param hours of a time rule, 1 to {@link #MOST_HOURS}; null otherwise @param business whether they are hours of the case's own calendar
 * @param conditions all must hold; none holds always @param actions at least one, done in this order
 */
public record CaseRuleContent(String hebrewName, String englishName, CaseTrigger trigger, Integer hours, boolean business, List<CaseCondition> conditions, List<CaseAction> actions) {
    public static final int LONGEST_NAME = 80;
    public static final int MOST_HOURS = 8784;
    public static final int MOST_PARTS = 10;

    /** @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long}, {@code shared.field-range}, {@code casework.actions} */
    public CaseRuleContent {
        hebrewName = name("hebrewName", hebrewName);
        englishName = name("englishName", englishName);
        if (trigger == null) {
            throw new BusinessException("shared.field-missing", "trigger");
        }
        hours = trigger.timed() ? hours : null;
        business = trigger.timed() && business;
        if (trigger.timed() && (hours == null || hours < 1 || hours > MOST_HOURS)) {
            throw new BusinessException("shared.field-range", "hours", 1, MOST_HOURS);
        }
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
        if (conditions.size() > MOST_PARTS || actions.isEmpty() || actions.size() > MOST_PARTS || !actions.stream().allMatch(action -> action.kind().ofRules())) {
            throw new BusinessException("casework.actions", MOST_PARTS);
        }
    }

    static String name(String field, String given) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (given.strip().length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", field, LONGEST_NAME);
        }
        return given.strip();
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public List<CaseCondition.Check> checks(CaseFacts facts) {
        return conditions.stream().map(condition -> condition.check(facts)).toList();
    }

    /** From when a time rule counts for a case, as exactly as it is kept; empty when it does not look at it. */
    public Optional<Instant> base(ServiceCase of) {
        return since(of).map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }

    private Optional<Instant> since(ServiceCase of) {
        if (of.mergedIntoId().isPresent() || !of.state().live() && trigger != CaseTrigger.SINCE_STATE) {
            return Optional.empty();
        }
        return switch (trigger) {
            case SINCE_OPENED -> Optional.of(of.openedAt());
            case SINCE_STATE -> Optional.of(of.stateSince());
            case SINCE_CUSTOMER -> of.customerWroteAt();
            default -> Optional.empty();
        };
    }

    /** When it looks. @param calendar of the case */
    public Instant due(Instant base, BusinessCalendar calendar) {
        return business ? calendar.add(base, Duration.ofHours(hours)) : base.plus(Duration.ofHours(hours));
    }
}
