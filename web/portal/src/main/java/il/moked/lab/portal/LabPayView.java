// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.interaction.portal.FormDoor;
import il.moked.shared.Money;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;

/** What is to be paid on the demo provider's page. */
@Named
@RequestScoped
public class LabPayView {
    @Inject
    FormDoor door;
    @Inject
    ActiveLocale locale;

    private DemoTill.Page page;
    private boolean declined;

    void shows(DemoTill.Page shown, boolean wasDeclined) {
        page = shown;
        declined = wasDeclined;
    }

    public String getId() {
        return page.id();
    }

    public String getWhat() {
        return page.what();
    }

    public String getAmount() {
        return new Money(page.amount(), page.currency().toUpperCase(Locale.ROOT)).format(locale.getLang());
    }

    public boolean isOpen() {
        return page.state().equals("open");
    }

    public boolean isPaid() {
        return page.state().equals("complete");
    }

    public boolean isDeclined() {
        return declined;
    }

    public String getToken() {
        return door.issue();
    }
}
