// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyMailing.Format;
import il.moked.company.CompanyMailing.Rhythm;
import il.moked.company.ReportFigures.History;
import il.moked.company.ReportFigures.Recurring;
import il.moked.company.ejb.CompanyMailings.MailingLine;
import il.moked.company.ejb.CompanyReporting.Report;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A report on the screen; files have all rows, the screen the first ones. */
@Named
@RequestScoped
public class CompanyReportView {
    private static final int MOST_ROWS = 20;

    @Inject
    ActiveLocale activeLocale;

    private Report report;
    private List<MailingLine> mailings = List.of();
    private ReportDrawing drawing;

    void shows(Report made, List<MailingLine> wished) {
        report = made;
        mailings = wished;
        drawing = new ReportDrawing(made.figures());
    }

    public Report getReport() {
        return report;
    }

    public ReportDrawing getDrawing() {
        return drawing;
    }

    public List<MailingLine> getMailings() {
        return mailings;
    }

    public List<Recurring> getRecurring() {
        return report.figures().recurring().stream().limit(MOST_ROWS).toList();
    }

    public List<History> getHistory() {
        return report.figures().history().stream().limit(MOST_ROWS).toList();
    }

    /** Whether files have more rows than the screen. */
    public boolean isMore() {
        return report.figures().recurring().size() > MOST_ROWS || report.figures().history().size() > MOST_ROWS;
    }

    public String product(String code) {
        return report.product(code, activeLocale.getLang());
    }

    public String fault(String code) {
        return report.fault(code, activeLocale.getLang());
    }

    public List<Format> getFormats() {
        return List.of(Format.values());
    }

    public List<Rhythm> getRhythms() {
        return List.of(Rhythm.values());
    }

    /** What files are asked for with, so that they are of the same calls. */
    public String getAsked() {
        StringBuilder asked = new StringBuilder("?from=" + report.period().from() + "&until=" + report.period().until());
        if (report.siteId() != null) {
            asked.append("&site=").append(report.siteId());
        }
        if (report.sku() != null) {
            asked.append("&sku=").append(URLEncoder.encode(report.sku(), StandardCharsets.UTF_8));
        }
        return asked.toString();
    }
}
