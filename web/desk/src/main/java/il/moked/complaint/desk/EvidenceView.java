// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.complaint.EvidenceFile.Finding;
import il.moked.complaint.ejb.EvidenceKeeping;
import il.moked.complaint.ejb.EvidenceKeeping.FileLine;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;

/** WEB-INF/parts/complaint/evidence.xhtml: evidence files that were made of a complaint, and whether all still is as they say. */
@Named
@RequestScoped
public class EvidenceView {
    /** More are told by their number only. */
    private static final int TOLD = 5;

    @Inject
    EvidenceKeeping keeping;
    @Inject
    ComplaintWords words;
    @Inject
    Screen screen;

    private List<FileLine> files;

    public List<FileLine> files() {
        if (files == null) {
            files = keeping.files(screen.number("id"));
        }
        return files;
    }

    public void check() {
        int number = (int) screen.number("number");
        List<Finding> findings = keeping.check(screen.number("id"), number);
        int entries = files().stream().filter(file -> file.number() == number).mapToInt(FileLine::entries).sum();
        screen.tell(findings.isEmpty() ? words.text("evidence.clean", entries)
                : words.text("evidence.found", findings.size(), findings.stream().limit(TOLD).map(finding -> words.text("evidence.difference." + finding.how(), finding.position())).collect(Collectors.joining(", "))));
        screen.answer("done", true);
    }
}
