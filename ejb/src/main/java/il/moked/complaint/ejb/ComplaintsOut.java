// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.ejb.Audited;
import il.moked.complaint.ControlChart;
import il.moked.shared.DomainEvent;
import java.time.LocalDate;
import java.util.List;

/** More complaints of a group came in a week than chance explains. Told once a week and rule. @param component code, null for all of the product */
public record ComplaintsOut(String sku, String component, LocalDate week, ControlChart.Rule rule, int complaints, List<String> audience) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "complaint.out-of-control";
    }

    @Override
    public String subject() {
        return "complaint-group";
    }

    @Override
    public Long subjectId() {
        return null;
    }

    @Override
    public String detail() {
        return sku + " " + (component == null ? "*" : component) + " " + week + " " + rule + " " + complaints;
    }
}
