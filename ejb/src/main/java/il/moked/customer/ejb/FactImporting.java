// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.CustomerFactsCsv;
import il.moked.customer.CustomerFactsCsv.Row;
import il.moked.customer.CustomerFactsCsv.Sheet;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable.Wrong;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An administrator brings in a sheet of what is known of customers: all of it or, when a line is wrong, nothing. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class FactImporting {
    @Inject
    Customers customers;
    @Inject
    Segmentation segmentation;

    /** @param customers how many were brought in, none when something is wrong @param segments how many of them are of each now */
    public record Imported(int customers, Map<Segment, Integer> segments, List<Wrong> wrong) {
    }

    public Imported bringIn(String csv) {
        Sheet sheet = CustomerFactsCsv.read(csv);
        List<Wrong> wrong = new ArrayList<>(sheet.wrong());
        Map<String, Long> ids = sheet.rows().isEmpty() ? Map.of() : customers.idsOf(sheet.rows().stream().map(Row::customer).toList());
        sheet.rows().stream().filter(row -> !ids.containsKey(row.customer())).forEach(row -> wrong.add(new Wrong(row.line(), "customer", new BusinessException("customer.facts-unknown", row.customer()))));
        if (!wrong.isEmpty()) {
            return new Imported(0, Map.of(), wrong.stream().sorted(Comparator.comparingInt(Wrong::line)).toList());
        }
        Map<Segment, Integer> segments = new EnumMap<>(Segment.class);
        // in one order, so that two who bring in at the same time wait for each other and do not block each other
        sheet.rows().stream().sorted(Comparator.comparing(row -> ids.get(row.customer()))).forEach(row -> segments.merge(segmentation.know(ids.get(row.customer()), row.facts()).segment(), 1, Integer::sum));
        return new Imported(sheet.rows().size(), segments, List.of());
    }
}
