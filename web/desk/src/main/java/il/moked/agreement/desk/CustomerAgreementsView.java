// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.desk;

import il.moked.admin.desk.Doing;
import il.moked.agreement.ejb.AgreementKeeping;
import il.moked.agreement.ejb.AgreementLine;
import il.moked.agreement.ejb.Entitling;
import il.moked.agreement.ejb.OwnedProductLine;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** supervisor/agreements.xhtml: the contracts and products of one customer are made and ended. */
@Named
@RequestScoped
public class CustomerAgreementsView {
    @Inject
    AgreementKeeping keeping;
    @Inject
    Entitling entitling;
    @Inject
    Doing doing;
    @Inject
    Screen screen;

    private List<AgreementLine> lines;
    private List<OwnedProductLine> products;

    /** Null when the page was opened without one. */
    public Long getCustomer() {
        String sent = screen.text("customer");
        return sent != null && sent.matches("\\d{1,18}") ? Long.valueOf(sent) : null;
    }

    public List<AgreementLine> lines() {
        if (lines == null) {
            lines = entitling.agreementsOf(getCustomer());
        }
        return lines;
    }

    public List<OwnedProductLine> products() {
        if (products == null) {
            products = entitling.productsOf(getCustomer());
        }
        return products;
    }

    public List<AgreementKeeping.Offered> templates() {
        return keeping.templates();
    }

    public void add() {
        changed(doing.told("saved", () -> keeping.add(screen.number("customer"), new AgreementKeeping.NewAgreement(screen.text("number"), screen.text("template"), day("from"), day("until")))));
    }

    public void end() {
        changed(doing.told("saved", () -> {
            keeping.runsUntil(screen.number("id"), (int) screen.number("version"), day("last"));
            return true;
        }));
    }

    public void own() {
        changed(doing.told("saved", () -> keeping.own(screen.number("customer"),
                new AgreementKeeping.NewProduct(screen.text("sku"), screen.text("name"), screen.text("serial"), day("boughtOn"), day("warrantyUntil"), screen.text("manual"), screen.text("agreement")))));
    }

    public void gone() {
        changed(doing.told("saved", () -> {
            keeping.gone(screen.number("id"));
            return true;
        }));
    }

    private void changed(Object done) {
        if (done != null) {
            lines = null;
            products = null;
        }
    }

    /** Null when nothing was entered. */
    private LocalDate day(String name) {
        String sent = screen.text(name);
        try {
            return sent == null || sent.isBlank() ? null : LocalDate.parse(sent);
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.day", name, sent);
        }
    }
}
