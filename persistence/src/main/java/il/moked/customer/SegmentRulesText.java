// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.SegmentRule.AtLeast;
import il.moked.customer.SegmentRule.AtMost;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@link SegmentRules} as JSON: a rule is a kind of customer and ranges of what is known of him. */
public final class SegmentRulesText {
    private static final int LONGEST_NAME = 120;
    /** More than this nobody oversees. */
    private static final int MOST_RANGES = 3;

    private SegmentRulesText() {
    }

    private record Range(Long least, Long most) {
    }

    public static String write(SegmentRules rules) {
        JsonArrayBuilder rows = OneJson.PROVIDER.createArrayBuilder();
        for (SegmentRule rule : rules.rules()) {
            JsonObjectBuilder row = OneJson.PROVIDER.createObjectBuilder().add("name", rule.name());
            Map<CustomerFacts.Fact, Range> ranges = new TreeMap<>();
            for (Condition condition : rule.conditions()) {
                if (condition instanceof IsKind is) {
                    row.add("kind", is.kind().name());
                } else if (condition instanceof AtLeast least) {
                    ranges.merge(least.fact(), new Range(least.least(), null), SegmentRulesText::both);
                } else if (condition instanceof AtMost most) {
                    ranges.merge(most.fact(), new Range(null, most.most()), SegmentRulesText::both);
                }
            }
            JsonArrayBuilder written = OneJson.PROVIDER.createArrayBuilder();
            ranges.forEach((fact, range) -> {
                JsonObjectBuilder one = OneJson.PROVIDER.createObjectBuilder().add("fact", fact.name());
                if (range.least() != null) {
                    one.add("least", range.least());
                }
                if (range.most() != null) {
                    one.add("most", range.most());
                }
                written.add(one);
            });
            rows.add(row.add("ranges", written).add("segment", rule.segment().name()));
        }
        return OneJson.PROVIDER.createObjectBuilder().add("rules", rows).build().toString();
    }

    /** Two conditions of one fact hold together. */
    private static Range both(Range one, Range other) {
        Long least = one.least() == null ? other.least() : other.least() == null ? one.least() : Long.valueOf(Math.max(one.least(), other.least()));
        Long most = one.most() == null ? other.most() : other.most() == null ? one.most() : Long.valueOf(Math.min(one.most(), other.most()));
        return new Range(least, most);
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
            List<Fields> ranges = row.rows("ranges");
            if (ranges.size() > MOST_RANGES) {
                throw new BusinessException("shared.field-too-many", row.path() + ".ranges", MOST_RANGES);
            }
            ranges.forEach(range -> conditions.addAll(range(range)));
            rules.add(new SegmentRule(name, conditions, row.one("segment", Segment.class)));
            row.nothingElse();
        }
        json.nothingElse();
        return new SegmentRules(version, rules);
    }

    private static List<Condition> range(Fields range) {
        CustomerFacts.Fact fact = range.one("fact", CustomerFacts.Fact.class);
        List<Condition> conditions = new ArrayList<>();
        long least = range.findWhole("least", 0, Long.MAX_VALUE - 1).orElse(-1L);
        long most = range.findWhole("most", 0, Long.MAX_VALUE - 1).orElse(-1L);
        range.nothingElse();
        if (least < 0 && most < 0) {
            throw new BusinessException("shared.field-missing", range.path() + ".least");
        }
        if (least >= 0 && most >= 0 && most < least) {
            throw new BusinessException("shared.field-range", range.path() + ".most", least, Long.MAX_VALUE - 1);
        }
        if (least >= 0) {
            conditions.add(new AtLeast(fact, least));
        }
        if (most >= 0) {
            conditions.add(new AtMost(fact, most));
        }
        return conditions;
    }
}
