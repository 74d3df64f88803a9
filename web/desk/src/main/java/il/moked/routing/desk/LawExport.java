// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.ejb.EvidencePages;
import il.moked.routing.ejb.StatutoryReading;
import il.moked.routing.ejb.StatutoryReading.Evidence;
import il.moked.shared.BusinessException;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

/** The evidence of the clocks of the law as a file for a spreadsheet, in the language of the screen, day by day of the organisation's zone. */
@WebServlet("/supervisor/law.csv")
public class LawExport extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<String> HEADS = List.of("reference", "clock", "queue", "subject", "version", "started", "limit", "deadline", "announcement-due", "announced", "attempts", "attempted", "noticed", "answered", "agent", "ended", "how",
            "over");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX");

    @Inject
    StatutoryReading reading;
    @Inject
    LawWords words;
    @Inject
    Times times;

    /** What breaks in the middle breaks the connection: a part of the evidence never looks like all of it. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        EvidencePages all;
        ZoneId zone = ZoneId.of(times.getZone());
        LocalDate from;
        LocalDate to;
        try {
            from = day(request.getParameter("from"));
            to = day(request.getParameter("to"));
            all = new EvidencePages(reading, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeParseException | BusinessException refused) {
            response.sendRedirect(request.getContextPath() + "/supervisor/law.xhtml?refused=days");
            return;
        }
        PrintWriter csv = Downloads.csv(response, "statutory-clocks-" + from + "-" + to + ".csv");
        csv.print(CsvLine.of(HEADS.stream().map(head -> words.text("csv." + head)).toList()));
        all.each(clock -> csv.print(line(clock, zone)));
    }

    /** With its offset: of an hour that comes twice in a night both can be told apart. */
    private static String local(Instant at, ZoneId zone) {
        return at == null ? null : LOCAL.format(at.atZone(zone));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text == null ? "" : text);
    }

    private String line(Evidence clock, ZoneId zone) {
        return CsvLine.of(Arrays.asList(clock.reference(), words.kind(clock.kind()), clock.queue(), words.subject(clock.subject()), clock.policyVersion(), local(clock.started(), zone), clock.limit() == null ? null : clock.limit().toSeconds(),
                local(clock.deadline(), zone), local(clock.announcementDue(), zone), local(clock.announced(), zone), clock.attempts(), local(clock.attempted(), zone), local(clock.noticed(), zone), local(clock.answered(), zone), clock.agentId(),
                local(clock.ended(), zone), words.end(clock.how()), clock.over().toSeconds()));
    }
}
