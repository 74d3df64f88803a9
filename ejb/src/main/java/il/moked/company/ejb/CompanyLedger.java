// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseActed;
import il.moked.casework.ejb.ClockRang;
import il.moked.company.CompanyCase;
import il.moked.company.CompanyCases;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Follows the cases of companies, whoever opens and changes them: what reports read is written in the same transaction. */
@ApplicationScoped
class CompanyLedger {
    @Inject
    Cases cases;
    @Inject
    CompanyCases companyCases;
    @Inject
    Customers customers;
    @Inject
    Agreements agreements;
    /** Zone in which days are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    void acted(@Observes CaseActed event) {
        follow(event.subjectId(), event.customerId());
    }

    /** A time is over though nobody did anything. */
    void rang(@Observes ClockRang event) {
        follow(event.subjectId(), event.customerId());
    }

    private void follow(Long caseId, Long customerId) {
        if (caseId == null || customerId == null || customers.get(customerId).kind() != Customer.Kind.COMPANY) {
            return;
        }
        ServiceCase of = cases.get(caseId);
        Optional<CompanyCase> known = companyCases.find(caseId);
        String product = of.ownedProductId().map(agreements::seen).map(OwnedProduct::sku).or(of::sku).orElse(null);
        known.ifPresentOrElse(row -> row.follow(of, product), () -> companyCases.add(new CompanyCase(of, product, zone)));
    }
}
