// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of many customers, one a line: {@code customer} is a national ID or a company number, the other columns are
 * those of {@link CustomerFactsText}, in any order. An empty cell is not known. Everything wrong is found at once, each with
 * its line.
 */
public final class CustomerFactsCsv {
    /** As many as one transaction takes in seconds. */
    public static final int MOST_LINES = 2000;
    public static final int LONGEST = 200_000;

    private static final String CUSTOMER = "customer";
    private static final int LONGEST_NUMBER = 20;
    private static final CsvTable.Heading HEADING = new CsvTable.Heading(Set.of(CUSTOMER), CustomerFactsText.names());

    private CustomerFactsCsv() {
    }

    /** @param line from 1, the heading included @param customer as written */
    public record Row(int line, String customer, Map<Fact, Long> facts) {
    }

    public record Sheet(List<Row> rows, List<CsvTable.Wrong> wrong) {
    }

    public static Sheet read(String text) {
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        if (text != null && text.length() > LONGEST) {
            return new Sheet(rows, List.of(new CsvTable.Wrong(1, null, new BusinessException("shared.too-long", LONGEST))));
        }
        return new Sheet(rows, CsvTable.read(text == null ? "" : text, HEADING, MOST_LINES, row -> rows.add(row(row, seen))).wrong());
    }

    private static Row row(CsvTable.Row row, Map<String, Integer> seen) {
        String customer = row.text(CUSTOMER, LONGEST_NUMBER);
        Integer before = seen.put(customer, row.line());
        if (before != null) {
            throw new BusinessException("customer.facts-twice", before);
        }
        Map<Fact, Long> facts = new EnumMap<>(Fact.class);
        for (String name : CustomerFactsText.names()) {
            Fact fact = CustomerFactsText.fact(name).orElseThrow();
            row.findWhole(name, 0, fact.most()).ifPresent(number -> facts.put(fact, number));
        }
        return new Row(row.line(), customer, facts);
    }
}
