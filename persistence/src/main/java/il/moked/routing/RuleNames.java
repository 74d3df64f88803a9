// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether what routing rules name is there. */
@ApplicationScoped
public class RuleNames {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** @throws BusinessException with the place of the first name nobody knows, and the name */
    public void check(RoutingRules rules) {
        Set<String> queues = codes("work_queue");
        Set<String> accounts = codes("channel_account");
        Set<String> skills = codes("skill");
        for (int at = 0; at < rules.lines().size(); at++) {
            RoutingRules.LineRule line = rules.lines().get(at);
            known("routing.rule-unknown-queue", "lines[" + at + "].queue", queues, line.queue());
            known("routing.rule-unknown-account", "lines[" + at + "].account", accounts, line.account());
            for (RequiredSkill required : line.skills()) {
                known("routing.rule-unknown-skill", "lines[" + at + "].skills", skills, required.skill().code());
            }
        }
        for (int at = 0; at < rules.targets().size(); at++) {
            known("routing.rule-unknown-queue", "targets[" + at + "].queue", queues, rules.targets().get(at).queue());
        }
        for (int at = 0; at < rules.formulas().size(); at++) {
            known("routing.rule-unknown-queue", "formulas[" + at + "].queue", queues, rules.formulas().get(at).queue());
        }
        rules.relaxations().keySet().stream().sorted().forEach(queue -> known("routing.rule-unknown-queue", "relaxation.queue", queues, queue));
    }

    /** @throws BusinessException with the place of the first branch nobody knows, and the name */
    public void check(BranchRules rules) {
        Set<String> branches = codes("branch");
        Set<String> reasons = codes("visit_reason");
        for (int at = 0; at < rules.lines().size(); at++) {
            BranchRules.Line line = rules.lines().get(at);
            String place = "lines[" + at + "]";
            line.branches().forEach(branch -> known("routing.rule-unknown-branch", place + ".branches", branches, branch));
            line.reasons().stream().sorted().forEach(reason -> known("routing.rule-unknown-reason", place + ".reasons", reasons, reason));
        }
    }

    private static void known(String refusal, String place, Set<String> all, String name) {
        if (name != null && !all.contains(name)) {
            throw new BusinessException(refusal, place, name);
        }
    }

    private Set<String> codes(String table) {
        Set<String> codes = new HashSet<>();
        List<?> rows = entities.createNativeQuery("select code from " + table).getResultList();
        rows.forEach(code -> codes.add((String) code));
        return codes;
    }
}
