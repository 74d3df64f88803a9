// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.complaint.RegulatorComplaint;
import il.moked.complaint.ejb.FeedImporting;
import il.moked.complaint.ejb.FeedImporting.Imported;
import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** admin/regulator.xhtml: complaints that a regulator published, in and out; and what came of the file that was sent ({@link RegulatorUpload}). */
@Named
@RequestScoped
public class RegulatorFilesView {
    @Inject
    FeedImporting importing;
    @Inject
    ActiveLocale locale;

    private Imported imported;
    private String refused;
    private List<Imported> latest;

    /** What came of it, null before. */
    public Imported imported() {
        return imported;
    }

    void show(Imported outcome) {
        imported = outcome;
    }

    /** Why the file was not read at all, null when it was. */
    public String refused() {
        return refused;
    }

    void refuse(BusinessException refusal) {
        refused = Problems.text(refusal, locale.getLocale());
    }

    public List<Imported> latest() {
        if (latest == null) {
            latest = importing.latest();
        }
        return latest;
    }

    public List<Map.Entry<String, Integer>> rows(Map<String, Integer> counts) {
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).toList();
    }

    public String columns() {
        return String.join(", ", RegulatorComplaint.COLUMNS);
    }

    public String why(CsvTable.Wrong wrong) {
        return Problems.text(wrong.why(), locale.getLocale());
    }
}
