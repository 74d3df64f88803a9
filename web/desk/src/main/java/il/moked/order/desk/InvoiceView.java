// SPDX-License-Identifier: Apache-2.0
package il.moked.order.desk;

import il.moked.order.ejb.OrderReading;
import il.moked.order.ejb.OrderReading.InvoiceDetail;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** agent/invoice.xhtml: a document as it is printed. */
@Named
@RequestScoped
public class InvoiceView {
    @Inject
    OrderReading reading;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private InvoiceDetail invoice;
    private boolean read;

    /** Null when there is no such document. */
    public InvoiceDetail invoice() {
        if (!read) {
            read = true;
            try {
                invoice = reading.invoice(screen.text("number"));
            } catch (NotFoundException none) {
                invoice = null;
            }
        }
        return invoice;
    }

    public String amount(long minor) {
        return new Money(minor, invoice().gross().currency()).format(locale.getLang());
    }

    public String shown(Money money) {
        return money.format(locale.getLang());
    }
}
