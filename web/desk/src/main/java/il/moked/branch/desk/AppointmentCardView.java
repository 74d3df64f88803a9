// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.ejb.AppointmentReading;
import il.moked.branch.ejb.AppointmentReading.OfCustomer;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** WEB-INF/parts/branch/appointments.xhtml: when a customer is expected at a branch, the nearest hour on top. */
@Named
@RequestScoped
public class AppointmentCardView {
    @Inject
    AppointmentReading reading;
    @Inject
    BranchWords words;
    @Inject
    Screen screen;

    private OfCustomer shown;

    /** What the page asks to be drawn again: it says whose they are, and nothing else of the card is read. Null when the card itself is drawn. */
    public OfCustomer asked() {
        return screen.text("appointments-of") == null ? null : of(screen.number("appointments-of"));
    }

    public OfCustomer of(long customer) {
        if (shown == null || shown.customerId() != customer) {
            shown = reading.ofCustomer(customer);
        }
        return shown;
    }

    /** How often he did not come, as a sentence. */
    public String missed(int times) {
        return words.text("appointment.missed", times);
    }

    /** After something was changed. */
    void again() {
        shown = null;
    }
}
