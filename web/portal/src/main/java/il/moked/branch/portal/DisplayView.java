// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchBoard.Display;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The display, before its script takes over. */
@Named("branchDisplayView")
@RequestScoped
public class DisplayView {
    /** Zone of the clock on the wall. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private Display display;

    void shows(Display now) {
        display = now;
    }

    public Display getDisplay() {
        return display;
    }

    public String getZone() {
        return zone.getId();
    }
}
