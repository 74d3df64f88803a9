// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.SegmentRule.Condition;
import il.moked.customer.SegmentRule.IsKind;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@link SegmentRules} as JSON: a rule is a kind of customer and ranges of what is known of him. */
public final class SegmentRulesText {
    private static final int LONGEST_NAME = 120;

    private SegmentRulesText() {
    }

    public static String write(SegmentRules rules) {
        JsonArrayBuilder rows = OneJson.PROVIDER.createArrayBuilder();
        for (SegmentRule rule : rules.rules()) {
            JsonObjectBuilder row = OneJson.PROVIDER.createObjectBuilder().add("name", rule.name());
            rule.conditions().stream().filter(IsKind.class::isInstance).map(IsKind.class::cast).forEach(is -> row.add("kind", is.kind().name()));
            rows.add(row.add("ranges", FactRanges.write(rule.conditions())).add("segment", rule.segment().name()));
        }
        return OneJson.PROVIDER.createObjectBuilder().add("rules", rows).build().toString();
    }

    /** @throws BusinessException whose first argument is the field that is wrong */
    public static SegmentRules read(int version, String text) {
        Fields json = Fields.of(text);
        List<SegmentRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields row : json.rows("rules")) {
            String name = row.text("name", LONGEST_NAME);
            if (!names.add(name)) {
                throw new BusinessException("shared.field-twice", row.path() + ".name");
            }
            List<Condition> conditions = new ArrayList<>();
            row.findOne("kind", Customer.Kind.class).ifPresent(kind -> conditions.add(new IsKind(kind)));
            conditions.addAll(FactRanges.read(row));
            rules.add(new SegmentRule(name, conditions, row.one("segment", Segment.class)));
            row.nothingElse();
        }
        json.nothingElse();
        return new SegmentRules(version, rules);
    }
}
