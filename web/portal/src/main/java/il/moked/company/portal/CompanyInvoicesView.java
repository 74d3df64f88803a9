// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanyInvoices.InvoiceLine;
import il.moked.shared.Page;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A company's invoices. */
@Named
@RequestScoped
public class CompanyInvoicesView {
    @Inject
    ActiveLocale activeLocale;

    private Page<InvoiceLine> page = new Page<>(List.of(), false);

    void shows(Page<InvoiceLine> found) {
        page = found;
    }

    public List<InvoiceLine> getRows() {
        return page.rows();
    }

    /** The last of this page when more follow, or null. */
    public InvoiceLine getLast() {
        return page.more() ? page.rows().get(page.rows().size() - 1) : null;
    }

    public String gross(InvoiceLine line) {
        return line.gross().format(activeLocale.getLang());
    }
}
