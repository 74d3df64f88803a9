// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is found wrong with the lines of a file once they are compared with what is there. */
final class Refusals {
    private final List<CsvTable.Wrong> wrong = new ArrayList<>();
    private int inAll;

    void add(int line, String column, BusinessException why) {
        inAll++;
        if (wrong.size() < CsvTable.MOST_SHOWN) {
            wrong.add(new CsvTable.Wrong(line, column, why));
        }
    }

    boolean none() {
        return inAll == 0;
    }

    CsvTable.Outcome with(int lines) {
        return new CsvTable.Outcome(lines, wrong.stream().sorted(Comparator.comparingInt(CsvTable.Wrong::line)).toList(), inAll, true);
    }
}
