// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.complaint.ComplaintTotals;
import il.moked.complaint.ReportYear;
import il.moked.complaint.desk.ComplaintReportWords.Figure;
import il.moked.complaint.desk.ComplaintReportWords.Part;
import il.moked.complaint.ejb.ComplaintReporting;
import il.moked.complaint.ejb.ComplaintReporting.Report;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** supervisor/complaint-report.xhtml: the complaints of a year. Without a year in its address, those of this one. */
@Named
@RequestScoped
public class ComplaintReportView {
    @Inject
    ComplaintReporting reporting;
    @Inject
    ComplaintReportWords words;
    @Inject
    Screen screen;
    @Inject
    Times times;

    private Report report;
    private boolean looked;

    /** @return null when there is none of that year */
    public Report report() {
        if (!looked) {
            looked = true;
            String asked = screen.text("year");
            try {
                report = reporting.of(asked == null ? reporting.lastYear() : asked.matches("\\d{4}") ? Integer.parseInt(asked) : 0);
            } catch (BusinessException noSuchYear) {
                report = null;
            }
        }
        return report;
    }

    public String title() {
        return report() == null ? words.text("report") : words.text("report.title", Integer.toString(report.year().year()));
    }

    public String span() {
        ReportYear year = report().year();
        return words.text("report.help", times.date(year.from()), times.date(year.to()), times.date(year.beforeFrom()), times.date(year.beforeTo()));
    }

    public boolean isFirst() {
        return report().year().year() == ReportYear.FIRST;
    }

    public List<Figure> figures() {
        return words.figures(report());
    }

    public List<Part> parts() {
        return words.parts(report());
    }

    /** Of those decided, wholly or in part. */
    public Integer justifiedPercent() {
        ComplaintTotals totals = report().now().totals();
        return ComplaintTotals.percent(totals.justified(), totals.decided());
    }

    public Integer inTimePercent() {
        ComplaintTotals totals = report().now().totals();
        return ComplaintTotals.percent(totals.inTime(), totals.judged());
    }
}
