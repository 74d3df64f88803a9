// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.customer.CustomerFacts.Fact;
import il.moked.shared.BusinessException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of many customers, one a line: {@code customer} is a national ID or a company number, the other columns are
 * those of {@link CustomerFactsText}, in any order. An empty cell is not known. Columns are separated by commas, or by
 * semicolons where a spreadsheet writes them. Everything wrong is found at once, each with its line.
 */
public final class CustomerFactsCsv {
    /** As many as one transaction takes in seconds. */
    public static final int MOST_LINES = 2000;
    public static final int LONGEST = 200_000;

    private static final String CUSTOMER = "customer";

    private CustomerFactsCsv() {
    }

    /** @param line from 1, the heading included @param customer as written */
    public record Row(int line, String customer, Map<Fact, Long> facts) {
    }

    /** @param why its first argument is the column that is wrong, when it names one */
    public record Wrong(int line, BusinessException why) {
    }

    public record Sheet(List<Row> rows, List<Wrong> wrong) {
    }

    public static Sheet read(String text) {
        List<Row> rows = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        if (text == null || text.isBlank()) {
            wrong.add(new Wrong(1, new BusinessException("shared.field-missing", CUSTOMER)));
            return new Sheet(rows, wrong);
        }
        String[] lines = text.replace("\uFEFF", "").split("\\R");
        if (text.length() > LONGEST || lines.length > MOST_LINES + 1) {
            wrong.add(new Wrong(MOST_LINES + 2, new BusinessException("customer.facts-too-many", MOST_LINES)));
            return new Sheet(rows, wrong);
        }
        String separator = lines[0].contains(";") ? ";" : ",";
        List<String> columns = cells(lines[0], separator);
        heading(columns, wrong);
        Map<String, Integer> seen = new HashMap<>();
        for (int at = 1; at < lines.length && wrong.stream().noneMatch(one -> one.line() == 1); at++) {
            if (!lines[at].isBlank()) {
                try {
                    rows.add(row(at + 1, columns, cells(lines[at], separator), seen));
                } catch (BusinessException refused) {
                    wrong.add(new Wrong(at + 1, refused));
                }
            }
        }
        return new Sheet(rows, wrong);
    }

    private static List<String> cells(String line, String separator) {
        return List.of(line.split(separator, -1)).stream().map(String::strip).toList();
    }

    private static void heading(List<String> columns, List<Wrong> wrong) {
        Set<String> known = new HashSet<>();
        for (String column : columns) {
            if (!column.equals(CUSTOMER) && CustomerFactsText.fact(column).isEmpty()) {
                wrong.add(new Wrong(1, new BusinessException("shared.field-unknown", column)));
            } else if (!known.add(column)) {
                wrong.add(new Wrong(1, new BusinessException("shared.field-twice", column)));
            }
        }
        if (!known.contains(CUSTOMER)) {
            wrong.add(new Wrong(1, new BusinessException("shared.field-missing", CUSTOMER)));
        }
    }

    private static Row row(int line, List<String> columns, List<String> cells, Map<String, Integer> seen) {
        if (cells.size() != columns.size()) {
            throw new BusinessException("customer.facts-cells", columns.size(), cells.size());
        }
        String customer = cells.get(columns.indexOf(CUSTOMER));
        if (customer.isEmpty()) {
            throw new BusinessException("shared.field-missing", CUSTOMER);
        }
        Integer before = seen.put(customer, line);
        if (before != null) {
            throw new BusinessException("customer.facts-twice", before);
        }
        Map<Fact, Long> facts = new EnumMap<>(Fact.class);
        for (int at = 0; at < columns.size(); at++) {
            String column = columns.get(at);
            if (!column.equals(CUSTOMER) && !cells.get(at).isEmpty()) {
                facts.put(CustomerFactsText.fact(column).orElseThrow(), number(column, cells.get(at)));
            }
        }
        return new Row(line, customer, facts);
    }

    private static long number(String column, String cell) {
        if (!cell.matches("[0-9]{1,18}")) {
            throw new BusinessException("shared.field-not-whole", column);
        }
        long number = Long.parseLong(cell);
        long most = CustomerFactsText.fact(column).orElseThrow().most();
        if (number > most) {
            throw new BusinessException("shared.field-range", column, 0, most);
        }
        return number;
    }
}
