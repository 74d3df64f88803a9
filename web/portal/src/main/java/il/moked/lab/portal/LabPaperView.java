// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.lab.portal.PaperTray.Sheet;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.mail.MessagingException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The lab's paper: what came back to the played customer. */
@Named
@RequestScoped
public class LabPaperView {
    private static final String BUNDLE = "il.moked.lab.portal.lab";
    private static final Set<String> NOTICES = Set.of("fax", "letter");

    @Inject
    LabView view;
    @Inject
    PaperTray tray;
    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    @Inject
    HttpServletRequest request;

    private List<Sheet> sheets;

    public List<Sheet> getSheets() {
        if (sheets == null) {
            try {
                sheets = tray.sheets(view.getPlayed());
            } catch (MessagingException | IOException silent) {
                PortalLog.LOG.demoMailSilent(silent);
                sheets = List.of();
            }
        }
        return sheets;
    }

    public boolean isFaxed() {
        return view.getPlayed().phone() != null;
    }

    /** What was done, or null. */
    public String getNotice() {
        String done = request.getParameter("done");
        return done != null && NOTICES.contains(done) ? texts.text(BUNDLE, "paper.sent." + done, activeLocale.getLocale()) : null;
    }

    public boolean isRefused() {
        return "refused".equals(request.getParameter("done"));
    }
}
