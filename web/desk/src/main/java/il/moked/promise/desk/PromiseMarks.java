// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.desk;

import il.moked.interaction.InteractionLine;
import il.moked.promise.Promises;
import il.moked.promise.ejb.PromiseReading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose row of a list shows that he was promised something: one query for the list. */
@Named
@RequestScoped
public class PromiseMarks {
    @Inject
    PromiseReading reading;
    @Inject
    Clock clock;

    private final Map<Long, Promises.Mark> known = new HashMap<>();

    /** {@code bad} when something is broken, {@code warn} when it is due soon, else null. @param all lines of the list */
    public String of(InteractionLine line, List<InteractionLine> all) {
        if (!known.containsKey(line.customerId())) {
            Set<Long> customers = all.stream().map(InteractionLine::customerId).collect(Collectors.toSet());
            Map<Long, Promises.Mark> marks = reading.marks(customers);
            customers.forEach(customer -> known.put(customer, marks.get(customer)));
        }
        Promises.Mark mark = known.get(line.customerId());
        Instant now = clock.instant();
        if (mark == null) {
            return null;
        }
        return mark.broken() || mark.due().isBefore(now) ? "bad" : mark.due().isBefore(now.plus(PromiseWords.SOON)) ? "warn" : null;
    }
}
