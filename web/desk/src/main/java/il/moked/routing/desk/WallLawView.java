// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.ejb.StatutoryReading;
import il.moked.routing.ejb.StatutoryReading.Evidence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** WEB-INF/parts/wall/law.xhtml: who must be answered by law before anybody else, while there is still time and after. */
@Named
@RequestScoped
public class WallLawView {
    /** More than these are only counted. */
    private static final int SHOWN = 3;

    @Inject
    StatutoryReading reading;

    private List<Evidence> pressing;

    private List<Evidence> pressing() {
        if (pressing == null) {
            pressing = reading.pressing();
        }
        return pressing;
    }

    public List<Evidence> clocks() {
        return pressing().subList(0, Math.min(SHOWN, pressing().size()));
    }

    public boolean isAny() {
        return !pressing().isEmpty();
    }

    /** How many are over their limit. */
    public long late() {
        return pressing().stream().filter(Evidence::late).count();
    }

    /** How many have less than a third of it left. */
    public long near() {
        return pressing().size() - late();
    }

    /** Whether there may be more than were counted. */
    public boolean isMore() {
        return pressing().size() == StatutoryReading.MOST_PRESSING;
    }

    /** Seconds from the beginning of the clock's working time to its end; the wall counts them itself. */
    public long seconds(Evidence clock) {
        return java.time.Duration.between(clock.pressing(), clock.deadline()).toSeconds() * 3;
    }

    /** When that time began. */
    public long since(Evidence clock) {
        return clock.deadline().minusSeconds(seconds(clock)).toEpochMilli();
    }

    /** What is shown, in short; it does not change while only time goes by. */
    String mark() {
        StringBuilder shown = new StringBuilder();
        pressing().forEach(clock -> shown.append(clock.recordId()).append(clock.late() ? '!' : ' '));
        return Integer.toHexString(shown.toString().hashCode());
    }

    public String getMark() {
        return mark();
    }
}
