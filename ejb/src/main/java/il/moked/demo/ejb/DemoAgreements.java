// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementLevel;
import il.moked.agreement.AgreementTemplate;
import il.moked.agreement.AgreementTemplate.Granted;
import il.moked.agreement.Agreements;
import il.moked.agreement.Entitlement;
import il.moked.agreement.EntitlementPeriod;
import il.moked.agreement.OwnedProduct;
import il.moked.customer.Customer;
import il.moked.customer.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What the demo's bank sells by contract, who has it, and the devices it handed out. */
@ApplicationScoped
public class DemoAgreements {
    private static final String MANUALS = "https://www.moked.example/manuals/";
    /** Every so many customers have a contract, and other ones a device. */
    private static final int CONTRACTS = 3;
    private static final int DEVICES = 2;

    @Inject
    Agreements agreements;

    void seed(List<Customer> people, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        AgreementLevel standard = level("standard", "רגילה", "Standard", null, 240, 2880);
        AgreementLevel gold = level("gold", "זהב, יום ולילה", "Gold, day and night", "always", 30, 480);
        AgreementTemplate family = template("family", "בנקאות משפחתית", "Family banking", Agreement.Kind.SUBSCRIPTION, standard, 12, List.of(new Granted(Entitlement.Kind.TRANSACTION, EntitlementPeriod.MONTH, 10), new Granted(Entitlement.Kind.REPLACEMENT, EntitlementPeriod.YEAR, 1)));
        AgreementTemplate personal = template("personal", "בנקאות אישית", "Personal banking", Agreement.Kind.SERVICE, gold, null, List.of(new Granted(Entitlement.Kind.CALL, EntitlementPeriod.MONTH, 20), new Granted(Entitlement.Kind.REPLACEMENT, EntitlementPeriod.YEAR, 3)));
        AgreementTemplate terminal = template("terminal", "תחזוקת מסופי אשראי", "Card terminal maintenance", Agreement.Kind.MAINTENANCE, standard, 24, List.of(new Granted(Entitlement.Kind.VISIT, EntitlementPeriod.YEAR, 4), new Granted(Entitlement.Kind.SUPPORT_HOUR, EntitlementPeriod.QUARTER, 6)));
        for (int index = 0; index < people.size(); index++) {
            Customer customer = people.get(index);
            boolean company = customer.kind() == Customer.Kind.COMPANY;
            Agreement contract = company || index % CONTRACTS == 0 ? contract(customer, company ? terminal : customer.segment() == Segment.VIP ? personal : family, today, index, now) : null;
            if (company) {
                own(customer, "POS-400", "מסוף אשראי נייד POS-400", index, today.minusMonths(14), today.plusMonths(10), "pos-400.pdf", contract, now);
                own(customer, "POS-90", "קורא כרטיסים POS-90", index, today.minusMonths(30), today.minusMonths(6), "pos-90.pdf", contract, now);
            } else if (index % DEVICES == 0) {
                own(customer, "TOKEN-2", "מחולל סיסמאות TOKEN-2", index, today.minusMonths(11), today.plusDays(20), "token-2.pdf", contract, now);
            }
        }
    }

    private AgreementLevel level(String code, String hebrew, String english, String calendar, int answer, int repair) {
        AgreementLevel level = new AgreementLevel(code).named(hebrew, english).promising(calendar, answer, repair);
        agreements.add(level);
        return level;
    }

    private AgreementTemplate template(String code, String hebrew, String english, Agreement.Kind kind, AgreementLevel level, Integer months, List<Granted> granted) {
        AgreementTemplate template = new AgreementTemplate(code).named(hebrew, english).selling(kind, level, months, null).granting(granted);
        agreements.add(template);
        return template;
    }

    private Agreement contract(Customer customer, AgreementTemplate template, LocalDate today, int index, Instant now) {
        Agreement agreement = new Agreement("DB-%05d".formatted(20_000 + index * 37), customer.id(), template, today.minusMonths(2 + index % 9).minusDays(index), null, now);
        agreements.add(agreement);
        agreements.flush();
        agreement.entitlements().forEach(each -> agreements.use(each.id(), 1 + index % each.quantity(), today, each.stretch(today)));
        return agreement;
    }

    private void own(Customer customer, String sku, String name, int index, LocalDate bought, LocalDate warranty, String manual, Agreement contract, Instant now) {
        agreements.add(new OwnedProduct(customer.id(), sku, name, "%s-%06d".formatted(sku.replace("-", ""), 100_000 + index * 911), now).bought(bought, warranty).explainedAt(MANUALS + manual).coveredBy(contract));
    }
}
