// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.desk;

import il.moked.access.Role;
import il.moked.complaint.ComplaintLine;
import il.moked.complaint.ejb.ComplaintReading;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** agent/complaints.xhtml: complaints that are not closed, for supervisors and the ombudsman. */
@Named
@RequestScoped
public class ComplaintsView {
    private static final int PAGE = 50;

    @Inject
    ComplaintReading reading;
    @Inject
    Screen screen;

    private Page<ComplaintLine> page;

    /** Only what was taken to the ombudsman; he begins with that. */
    public boolean isOmbudsmans() {
        String asked = screen.text("of");
        return asked == null ? FacesContext.getCurrentInstance().getExternalContext().isUserInRole(Role.OMBUDSMAN) : asked.equals("ombudsman");
    }

    public List<ComplaintLine> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public ComplaintLine.Cursor next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).cursor();
    }

    private Page<ComplaintLine> page() {
        if (page == null) {
            page = reading.live(isOmbudsmans(), after(), PAGE);
        }
        return page;
    }

    private ComplaintLine.Cursor after() {
        try {
            return screen.text("after-id") == null ? null : new ComplaintLine.Cursor(Instant.parse(screen.text("after-at")), screen.number("after-id"));
        } catch (DateTimeException | NullPointerException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
