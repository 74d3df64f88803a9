// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@link BranchRules} as JSON. */
public final class BranchRulesText {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CODE = 40;
    private static final long MOST_EMPLOYEES = 10_000_000;
    private static final Pattern GROUP = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private BranchRulesText() {
    }

    public static String write(BranchRules rules) {
        JsonArrayBuilder rows = OneJson.PROVIDER.createArrayBuilder();
        for (BranchRules.Line line : rules.lines()) {
            JsonObjectBuilder row = OneJson.PROVIDER.createObjectBuilder().add("name", line.name());
            row.add("segments", texts(line.segments().stream().sorted().map(Segment::name).toList()));
            if (line.leastEmployees() != null) {
                row.add("leastEmployees", line.leastEmployees());
            }
            if (line.mostEmployees() != null) {
                row.add("mostEmployees", line.mostEmployees());
            }
            row.add("products", texts(line.products().stream().sorted().toList())).add("reasons", texts(line.reasons().stream().sorted().toList())).add("branches", texts(line.branches()));
            if (line.group() != null) {
                row.add("group", line.group());
            }
            rows.add(row);
        }
        return OneJson.PROVIDER.createObjectBuilder().add("lines", rows).build().toString();
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        return OneJson.PROVIDER.createArrayBuilder(texts);
    }

    /** @throws BusinessException whose first argument is the field that is wrong */
    public static BranchRules read(int version, String text) {
        Fields json = Fields.of(text);
        List<BranchRules.Line> lines = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields row : json.rows("lines")) {
            String name = row.text("name", LONGEST_NAME);
            if (!names.add(name)) {
                throw new BusinessException("shared.field-twice", row.path() + ".name");
            }
            Long least = row.findWhole("leastEmployees", 0, MOST_EMPLOYEES).orElse(null);
            Long most = row.findWhole("mostEmployees", least == null ? 0 : least, MOST_EMPLOYEES).orElse(null);
            String group = row.findText("group", LONGEST_CODE).orElse(null);
            if (group != null && !GROUP.matcher(group).matches()) {
                throw new BusinessException("shared.code", row.path() + ".group");
            }
            lines.add(new BranchRules.Line(name, row.several("segments", Segment.class), least, most, Set.copyOf(row.texts("products", LONGEST_CODE)), Set.copyOf(row.texts("reasons", LONGEST_CODE)),
                    row.texts("branches", LONGEST_CODE).stream().distinct().toList(), group));
            row.nothingElse();
        }
        json.nothingElse();
        return new BranchRules(version, lines);
    }
}
