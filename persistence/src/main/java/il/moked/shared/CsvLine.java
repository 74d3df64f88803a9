// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import java.util.List;
import java.util.stream.Collectors;

/** A line of a file for spreadsheets (RFC 4180): quoted where it must be, and nothing in it that a spreadsheet would take for a formula. */
public final class CsvLine {
    private static final String FORMULA = "[=+\\-@\\t\\r].*";
    private static final String PLAIN = "[^\",\\r\\n]*";

    private CsvLine() {
    }

    /** @param values null for an empty field */
    public static String of(List<?> values) {
        return values.stream().map(value -> field(value == null ? "" : value.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String value) {
        String harmless = value.matches("(?s)" + FORMULA) ? "'" + value : value;
        return harmless.matches(PLAIN) ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
