// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.company.CompanyMailing.Format;
import il.moked.company.ejb.CompanyReporting.Report;
import il.moked.shared.CsvLine;
import il.moked.shared.ejb.PrintedPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A report as a file: a workbook for a spreadsheet, pages to print, or plain lines. */
public record ReportFile(String name, String type, byte[] content) {
    private static final String MARK = "\uFEFF";
    private static final int MOST_PAGES = 500;
    private static final float TITLE = 17;
    private static final float HEAD = 13;
    private static final float TEXT = 10;
    private static final double WIDTH = 22;

    public static ReportFile of(Report report, Format format, String language) {
        CompanyWords words = new CompanyWords(language);
        String name = "report-" + report.period().from() + "-" + report.period().until();
        try {
            return switch (format) {
                case XLSX -> new ReportFile(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook(report, words));
                case PDF -> new ReportFile(name + ".pdf", "application/pdf", pages(report, words));
                case CSV -> new ReportFile(name + ".csv", "text/csv; charset=utf-8", lines(report, words));
            };
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible); // nothing here touches a network or disk
        }
    }

    private static byte[] workbook(Report report, CompanyWords words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Moked", "1.0")) {
            for (ReportTable table : ReportTable.of(report, words)) {
                Worksheet sheet = book.newWorksheet(table.name());
                if ("he".equals(words.language())) {
                    sheet.rightToLeft();
                }
                int at = 0;
                sheet.value(at, 0, ReportTable.title(report, words));
                sheet.style(at++, 0).bold().fontSize(14).set();
                for (String said : ReportTable.narrowed(report, words)) {
                    sheet.value(at++, 0, said);
                }
                at++;
                for (int column = 0; column < table.head().size(); column++) {
                    sheet.value(at, column, table.head().get(column));
                    sheet.style(at, column).bold().fillColor("E4EEEE").wrapText(true).set();
                    sheet.width(column, WIDTH);
                }
                sheet.freezePane(0, ++at);
                for (List<Object> row : table.rows()) {
                    for (int column = 0; column < row.size(); column++) {
                        put(sheet, at, column, row.get(column));
                    }
                    at++;
                }
            }
        }
        return out.toByteArray();
    }

    /** Numbers stay numbers. What a program could take for a formula is a text here anyway. */
    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
            if (number instanceof BigDecimal) {
                sheet.style(row, column).format("0.00").set();
            }
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private static byte[] lines(Report report, CompanyWords words) {
        StringBuilder text = new StringBuilder(MARK).append(CsvLine.of(List.of(ReportTable.title(report, words))));
        ReportTable.narrowed(report, words).forEach(said -> text.append(CsvLine.of(List.of(said))));
        for (ReportTable table : ReportTable.of(report, words)) {
            text.append(CsvLine.of(List.of(""))).append(CsvLine.of(List.of(table.name()))).append(CsvLine.of(new ArrayList<Object>(table.head())));
            table.rows().forEach(row -> text.append(CsvLine.of(row)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pages(Report report, CompanyWords words) throws IOException {
        String title = ReportTable.title(report, words);
        try (PrintedPages pages = new PrintedPages(title, words.language(), MOST_PAGES)) {
            pages.paragraph(title, TITLE);
            for (String said : ReportTable.narrowed(report, words)) {
                pages.paragraph(said, TEXT);
            }
            for (ReportTable table : ReportTable.of(report, words)) {
                pages.down(PrintedPages.LEADING);
                pages.paragraph(table.name(), HEAD);
                for (List<Object> row : table.rows()) {
                    pages.paragraph(sentence(table.head(), row), TEXT);
                }
                if (table.rows().isEmpty()) {
                    pages.paragraph(words.text("report.nothing"), TEXT);
                }
            }
            pages.foot((number, all) -> words.text("report.page", number, all));
            return pages.pdf();
        }
    }

    /** Two columns read by themselves; more say what each is. */
    private static String sentence(List<String> head, List<Object> row) {
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            Object value = row.get(column);
            if (value != null && !value.toString().isEmpty()) {
                parts.add(value instanceof Number && row.size() > 2 ? head.get(column) + ": " + value : value.toString());
            }
        }
        return String.join(row.size() > 2 ? " · " : ": ", parts);
    }
}
