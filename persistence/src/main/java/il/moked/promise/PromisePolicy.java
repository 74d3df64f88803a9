// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import il.moked.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * When the owner of a promise is reminded and when others hear that it was not kept. Both are walked on the calendar of the
 * promise: forewarning by the same walk backwards (field-study d.1, rule 7).
 *
 * @param remindPercent of the business time between giving and due, 1 to 99
 * @param leastLead business time the reminder comes before due at least
 * @param grace business time after due until a supervisor is told
 */
public record PromisePolicy(int remindPercent, Duration leastLead, Duration grace) {
    private static final int WHOLE = 100;

    public PromisePolicy {
        if (remindPercent < 1 || remindPercent >= WHOLE || leastLead.isNegative() || grace.isNegative()) {
            throw new IllegalArgumentException("A reminder comes after a promise was given and before it is due");
        }
    }

    /** Null when there is no time for one: whoever promises something for the next minutes knows it. */
    public Instant remindAt(BusinessCalendar calendar, Instant given, Instant due) {
        Duration time = calendar.between(given, due);
        Duration lead = time.multipliedBy(WHOLE - remindPercent).dividedBy(WHOLE);
        Duration longer = lead.compareTo(leastLead) < 0 ? leastLead : lead;
        return longer.compareTo(time) < 0 ? calendar.subtract(due, longer) : null;
    }

    public Instant escalateAt(BusinessCalendar calendar, Instant due) {
        return grace.isZero() ? due : calendar.add(due, grace);
    }
}
