// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.catalog.ejb.CatalogImporting.Imported;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Locality;
import il.moked.dispatch.Technicians;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Towns as a file, one a line. A town is known by its code. */
@ApplicationScoped
public class TownSheet {
    public static final List<String> COLUMNS = List.of("code", "hebrewName", "englishName", "territory", "latitude", "longitude");
    /** A country has fewer; whoever books chooses from all of them. */
    public static final int MOST_LINES = 10_000;
    private static final CsvTable.Heading HEADING = new CsvTable.Heading(Set.copyOf(COLUMNS), Set.of());
    private static final int BLOCK = 500;
    private static final int LONGEST = 120;

    @Inject
    Technicians technicians;

    Imported read(InputStream file, boolean tried) {
        List<Locality> drafts = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        CsvTable.Outcome outcome = CsvTable.read(file, HEADING, MOST_LINES, row -> drafts.add(draft(row, seen)));
        if (!outcome.good()) {
            return new Imported(tried, outcome.lines(), 0, 0, 0, outcome.wrong(), outcome.wrongInAll());
        }
        int created = 0;
        int changed = 0;
        for (int from = 0; from < drafts.size(); from += BLOCK) {
            List<Locality> block = drafts.subList(from, Math.min(drafts.size(), from + BLOCK));
            Map<String, Locality> known = technicians.localities(block.stream().map(Locality::code).toList());
            List<Locality> fresh = block.stream().filter(town -> !known.containsKey(town.code())).toList();
            List<Locality> otherwise = block.stream().filter(town -> known.containsKey(town.code()) && !known.get(town.code()).facts().equals(town.facts())).toList();
            created += fresh.size();
            changed += otherwise.size();
            if (!tried) {
                technicians.addAll(fresh);
                otherwise.forEach(town -> known.get(town.code()).become(town.facts()));
            }
        }
        return new Imported(tried, outcome.lines(), created, changed, outcome.lines() - created - changed, List.of(), 0);
    }

    private static Locality draft(CsvTable.Row row, Map<String, Integer> seen) {
        Map<String, String> cells = COLUMNS.stream().collect(Collectors.toMap(column -> column, column -> row.text(column, LONGEST)));
        Locality town = new Locality(cells.get("code"), new Locality.Facts(cells.get("hebrewName"), cells.get("englishName"), cells.get("territory"), GeoPoint.read(cells.get("latitude"), cells.get("longitude"))));
        Integer before = seen.put(town.code(), row.line());
        if (before != null) {
            throw new BusinessException("shared.csv-twice", "code", before);
        }
        return town;
    }
}
