// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.desk;

import il.moked.offer.Offers;
import il.moked.offer.ejb.OfferKeeping;
import il.moked.shared.CsvLine;
import il.moked.shared.desk.Downloads;
import il.moked.shared.desk.Times;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** What customers answered to offers, as a file for a spreadsheet, in the language of the screen. */
@WebServlet("/admin/offers.csv")
public class OutcomesExport extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<String> HEADS = List.of("offer", "customer", "kind", "refusal", "later", "channel", "initiative", "told", "by", "at");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX");
    private static final int PAGE = 500;
    private static final long MOST_DAYS = 366;

    @Inject
    OfferKeeping keeping;
    @Inject
    OfferWords words;
    @Inject
    Times times;

    /** What breaks in the middle breaks the connection: a part of the answers never looks like all of them. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocalDate from;
        LocalDate to;
        Long offer;
        try {
            from = LocalDate.parse(given(request, "from"));
            to = LocalDate.parse(given(request, "to"));
            offer = given(request, "offer").isEmpty() ? null : Long.valueOf(given(request, "offer"));
        } catch (DateTimeParseException | NumberFormatException notSaid) {
            response.sendRedirect(request.getContextPath() + "/admin/offers.xhtml?refused=days");
            return;
        }
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to)) {
            response.sendRedirect(request.getContextPath() + "/admin/offers.xhtml?refused=days");
            return;
        }
        keeping.exported(offer, from, to);
        PrintWriter csv = Downloads.csv(response, "offers-" + from + "-" + to + ".csv");
        csv.print(CsvLine.of(HEADS.stream().map(head -> words.text("csv." + head)).toList()));
        ZoneId zone = ZoneId.of(times.getZone());
        Offers.Cursor after = null;
        List<Offers.Line> lines;
        do {
            lines = keeping.outcomes(offer, from, to, after, PAGE);
            lines.forEach(line -> csv.print(line(line, zone)));
            after = lines.isEmpty() ? null : lines.get(lines.size() - 1).cursor();
        } while (lines.size() == PAGE);
    }

    private static String given(HttpServletRequest request, String name) {
        return request.getParameter(name) == null ? "" : request.getParameter(name);
    }

    private String line(Offers.Line line, ZoneId zone) {
        return CsvLine.of(Arrays.asList(line.offer(), line.customerId(), words.text("kind." + line.kind()), line.refusal() == null ? null : words.text("refusal." + line.refusal()), line.laterOn(), line.channel(), line.initiative(), line.told(),
                line.notedBy(), LOCAL.format(line.notedAt().atZone(zone))));
    }
}
