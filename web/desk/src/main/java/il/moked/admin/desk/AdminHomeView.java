// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.access.ejb.AuditReading;
import il.moked.routing.RuleVersion.Kind;
import il.moked.routing.ejb.Rules;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** admin/home.xhtml: what is in force, and what was changed lately. */
@Named
@RequestScoped
public class AdminHomeView {
    private static final int PAGE = 50;

    @Inject
    Rules rules;
    @Inject
    AuditReading audit;
    @Inject
    Screen screen;

    private Page<AuditReading.Line> changes;

    /** @param draft null when there is none */
    public record InForce(Kind kind, Rules.Edition active, Rules.Edition draft) {
    }

    public List<InForce> inForce() {
        return Arrays.stream(Kind.values()).map(kind -> new InForce(kind, rules.active(kind), rules.draft(kind).orElse(null))).toList();
    }

    public List<AuditReading.Line> changes() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public Long next() {
        return changes().isEmpty() ? null : changes().get(changes().size() - 1).id();
    }

    private Page<AuditReading.Line> page() {
        return changes = changes == null ? audit.changes(screen.text("after") == null ? null : screen.number("after"), PAGE) : changes;
    }
}
