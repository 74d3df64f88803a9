// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.access.SetUpVersions;
import il.moked.access.ejb.SetUpHistory;
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
    SetUpHistory history;
    @Inject
    Screen screen;

    private Page<SetUpVersions.Line> changes;

    /** @param draft null when there is none */
    public record InForce(Kind kind, Rules.Edition active, Rules.Edition draft) {
    }

    public List<InForce> inForce() {
        return Arrays.stream(Kind.values()).map(kind -> new InForce(kind, rules.active(kind), rules.draft(kind).orElse(null))).toList();
    }

    public List<SetUpVersions.Line> changes() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public Long next() {
        return changes().isEmpty() ? null : changes().get(changes().size() - 1).id();
    }

    private Page<SetUpVersions.Line> page() {
        return changes = changes == null ? history.changes(screen.text("after") == null ? null : screen.number("after"), PAGE) : changes;
    }
}
