// SPDX-License-Identifier: Apache-2.0
package il.moked.company.desk;

import il.moked.company.CompanySite;
import il.moked.company.CompanyUser;
import il.moked.company.ejb.CompanyKeeping;
import il.moked.company.ejb.CompanyKeeping.CompanyCard;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ResourceBundle;

/** WEB-INF/parts/company/company.xhtml: the portal of a business on its card: its sites, its people, and what its contracts cost. */
@Named
@RequestScoped
public class CompanyCardView {
    @Inject
    CompanyKeeping keeping;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private long customer;
    private CompanyCard card;

    /** Whether there is anything to show: the customer is a business. @param drawn the card that is drawn; null where only this is drawn again */
    public boolean shown(Long drawn) {
        customer = drawn == null ? screen.number("customer") : drawn;
        return keeping.company(customer);
    }

    public long getCustomer() {
        return customer;
    }

    public CompanyCard getCard() {
        card = card == null ? keeping.of(customer) : card;
        return card;
    }

    /** What was sent: {@code invite}, {@code again}, {@code site} or {@code fee}. */
    public void act() {
        customer = screen.number("customer");
        try {
            switch (screen.text("what")) {
                case "invite" -> keeping.invite(customer, new CompanyUser.Person(screen.text("name"), screen.text("email"), screen.text("phone"), screen.text("language")));
                case "again" -> keeping.inviteAgain(customer, screen.number("user"));
                case "site" -> keeping.addSite(customer, new CompanySite.Facts(screen.text("name"), screen.text("address"), null, screen.text("number")));
                case "fee" -> keeping.costs(customer, screen.number("agreement"), fee(screen.text("fee")));
                default -> throw new BusinessException("shared.bad-request");
            }
        } catch (BusinessException refused) {
            screen.refuse(refused);
            return;
        }
        screen.answer("done", true);
        screen.redraw("firm");
        screen.tell(ResourceBundle.getBundle("il.moked.company.desk.firm", locale.getLocale()).getString("done." + screen.text("what")));
    }

    private static BigDecimal fee(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : new BigDecimal(typed.strip());
        } catch (NumberFormatException notOne) {
            throw new BusinessException("shared.field-malformed", "fee");
        }
    }
}
