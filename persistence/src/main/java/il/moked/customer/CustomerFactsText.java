// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a customer as JSON: one field a fact, those nobody knows left out. */
public final class CustomerFactsText {
    private static final Map<Fact, String> NAMES = new EnumMap<>(Map.of(Fact.EMPLOYEES, "employees", Fact.YEARLY_SHEKELS, "yearlyShekels", Fact.YEARS_KNOWN, "yearsKnown", Fact.PRODUCTS, "products"));
    private static final String MARKED = "marked";

    private CustomerFactsText() {
    }

    /** Every fact's field or column. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(NAMES.values());
        names.add(MARKED);
        return names;
    }

    /** The fact a field or column is about. */
    static Optional<Fact> fact(String name) {
        return name.equals(MARKED) ? Optional.of(Fact.MARKED) : NAMES.entrySet().stream().filter(entry -> entry.getValue().equals(name)).map(Map.Entry::getKey).findFirst();
    }

    /** @throws BusinessException whose first argument is the field that is wrong; one that is misspelt is not silently left out */
    public static Map<Fact, Long> read(String text) {
        Fields json = Fields.of(text);
        Map<Fact, Long> facts = new EnumMap<>(Fact.class);
        NAMES.forEach((fact, name) -> json.findWhole(name, 0, fact.most()).ifPresent(number -> facts.put(fact, number)));
        if (json.flag(MARKED)) {
            facts.put(Fact.MARKED, 1L);
        }
        json.nothingElse();
        return facts;
    }
}
