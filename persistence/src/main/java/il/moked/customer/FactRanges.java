// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.SegmentRule.AtLeast;
import il.moked.customer.SegmentRule.AtMost;
import il.moked.customer.SegmentRule.Condition;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ranges of what is known of a customer as JSON: {@code [{"fact": …, "least": …, "most": …}]}. */
public final class FactRanges {
    /** More than this nobody oversees. */
    public static final int MOST = 3;

    private FactRanges() {
    }

    private record Range(Long least, Long most) {
    }

    /** One row a fact; other conditions are left out. */
    public static JsonArrayBuilder write(List<Condition> conditions) {
        Map<CustomerFacts.Fact, Range> ranges = new TreeMap<>();
        for (Condition condition : conditions) {
            if (condition instanceof AtLeast least) {
                ranges.merge(least.fact(), new Range(least.least(), null), FactRanges::both);
            } else if (condition instanceof AtMost most) {
                ranges.merge(most.fact(), new Range(null, most.most()), FactRanges::both);
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
        return written;
    }

    /** Two conditions of one fact hold together. */
    private static Range both(Range one, Range other) {
        Long least = one.least() == null ? other.least() : other.least() == null ? one.least() : Long.valueOf(Math.max(one.least(), other.least()));
        Long most = one.most() == null ? other.most() : other.most() == null ? one.most() : Long.valueOf(Math.min(one.most(), other.most()));
        return new Range(least, most);
    }

    /** @param within the object that has the ranges in its field {@code ranges} @throws BusinessException whose first argument is the field that is wrong */
    public static List<Condition> read(Fields within) {
        List<Fields> ranges = within.rows("ranges");
        if (ranges.size() > MOST) {
            throw new BusinessException("shared.field-too-many", within.path() + ".ranges", MOST);
        }
        List<Condition> conditions = new ArrayList<>();
        ranges.forEach(range -> conditions.addAll(range(range)));
        return conditions;
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
