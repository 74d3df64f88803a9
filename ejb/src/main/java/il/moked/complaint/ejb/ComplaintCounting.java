// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.complaint.Complaint;
import il.moked.complaint.ComplaintGroup;
import il.moked.complaint.Complaints;
import il.moked.complaint.ControlChart;
import il.moked.complaint.CountedPeriods;
import il.moked.complaint.CountedPeriods.Unit;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts complaints as they come, and says when a week brought more than chance explains. */
@ApplicationScoped
class ComplaintCounting {
    @Inject
    Complaints complaints;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    void one(Complaint of) {
        complaints.count(of.sku(), of.component(), of.teamId(), of.countedOn(), 1);
        judge(of.sku(), null);
    }

    /** It turned out to be about another part than was counted. */
    void moved(Complaint of, String before) {
        if (!before.equals(of.component())) {
            complaints.count(of.sku(), before, of.teamId(), of.countedOn(), -1);
            complaints.count(of.sku(), of.component(), of.teamId(), of.countedOn(), 1);
            judge(of.sku(), of.component());
        }
    }

    private void judge(String sku, String component) {
        ComplaintGroup group = new ComplaintGroup(sku, component, null);
        CountedPeriods weeks = periods(group, Unit.WEEK);
        ControlChart chart = new ControlChart(weeks.counts());
        int newest = weeks.counts().size() - 1;
        for (ControlChart.Rule rule : chart.out(newest)) {
            LocalDate week = weeks.starts().get(newest);
            int count = weeks.counts().get(newest);
            if (complaints.raise(group, week, rule, count, chart.limits().orElseThrow(), clock.instant())) {
                events.tell(new ComplaintsOut(sku, component, week, rule, count, List.of(ComplaintLedger.WALL)));
            }
        }
    }

    CountedPeriods periods(ComplaintGroup group, Unit unit) {
        LocalDate today = today();
        return CountedPeriods.of(complaints.perDay(group, unit.since(today)), unit, complaints.firstDay().orElse(today), today);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
