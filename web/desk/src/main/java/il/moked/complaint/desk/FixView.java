// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.casework.desk.CaseView;
import il.moked.complaint.ejb.FixTelling;
import il.moked.complaint.ejb.FixTelling.Preview;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** WEB-INF/parts/complaint/fix.xhtml: on the page of a problem, whom its complainants are and that it is mended. */
@Named
@RequestScoped
public class FixView {
    @Inject
    FixTelling telling;
    @Inject
    ComplaintWords words;
    @Inject
    CaseView caseView;
    @Inject
    Screen screen;

    private Preview preview;

    public Preview preview() {
        if (preview == null) {
            preview = telling.preview(screen.number("id"));
        }
        return preview;
    }

    public void tell() {
        int told = telling.tell(screen.number("id"), screen.text("hebrew"), screen.text("english"));
        preview = null;
        caseView.again();
        screen.tell(words.text("fix.done", told));
        screen.answer("done", true);
        screen.redraw("case");
    }
}
