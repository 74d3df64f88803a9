// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.ejb.Alerting;
import il.moked.customer.CustomerAlert;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ResourceBundle;

/** Alerts are given and taken off a card, wherever it is shown. */
@Named
@RequestScoped
public class AlertView {
    @Inject
    Alerting alerting;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    public CustomerAlert.Severity[] getSeverities() {
        return CustomerAlert.Severity.values();
    }

    public void give() {
        try {
            String day = screen.text("until");
            alerting.give(screen.number("customer"), CustomerAlert.Severity.valueOf(screen.text("severity")), screen.text("text"), day == null || day.isEmpty() ? null : LocalDate.parse(day));
        } catch (DateTimeException | IllegalArgumentException | NullPointerException notOne) {
            throw new BusinessException("shared.bad-request");
        }
        screen.answer("given", true);
        screen.redraw("alerts");
    }

    public void remove() {
        alerting.remove(screen.number("alert"));
        screen.answer("removed", ResourceBundle.getBundle("il.moked.card.desk.card", locale.getLocale()).getString("alert.removed"));
        screen.redraw("alerts");
    }

    /** It was removed by mistake. */
    public void restore() {
        alerting.restore(screen.number("alert"));
        screen.redraw("alerts");
    }
}
