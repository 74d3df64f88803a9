// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.agreement.Agreements;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.catalog.Products;
import il.moked.customer.Customer;
import il.moked.interaction.CardNumbers;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** What every change of a case begins with: its row locked, the caller entitled, the version he saw, and what he typed checked. */
@ApplicationScoped
class CaseChanges {
    @Inject
    Cases cases;
    @Inject
    CaseScope scope;
    @Inject
    Products products;
    @Inject
    Agreements agreements;

    ServiceCase changing(long id, Integer seen) {
        ServiceCase of = cases.getLocked(id);
        scope.check(of);
        of.expect(seen);
        return of;
    }

    /** Locks two in the one order. */
    void locked(long one, long other) {
        cases.getLocked(Math.min(one, other));
        cases.getLocked(Math.max(one, other));
    }

    ServiceCase numbered(String number) {
        return number == null || number.isBlank() ? null : cases.findByNumber(number.strip().toUpperCase(Locale.ROOT)).orElseThrow(() -> new BusinessException("casework.unknown"));
    }

    About checked(About about, Customer customer) {
        String subject = text("subject", about.subject(), ServiceCase.LONGEST_SUBJECT, true);
        String description = text("description", about.description(), ServiceCase.LONGEST_DESCRIPTION, false);
        String sku = about.sku() == null || about.sku().isBlank() ? null : products.findBySku(about.sku().strip()).orElseThrow(() -> new BusinessException("casework.unknown-product")).sku();
        if (about.ownedProductId() != null && agreements.seen(about.ownedProductId()).customerId() != customer.id()) {
            throw new BusinessException("casework.other-customer");
        }
        return new About(about.kind(), about.severity(), ShownText.line(subject, ServiceCase.LONGEST_SUBJECT), description, sku, about.ownedProductId());
    }

    String text(String field, String given, int longest, boolean needed) {
        if (given == null || given.isBlank()) {
            if (needed) {
                throw new BusinessException("shared.field-missing", field);
            }
            return "";
        }
        String kept = given.strip();
        if (kept.length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return CardNumbers.masked(ShownText.of(ShownText.storable(kept)));
    }
}
