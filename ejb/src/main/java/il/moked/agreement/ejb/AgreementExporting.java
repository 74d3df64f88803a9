// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.access.Role;
import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementTemplate;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.customer.Customer;
import il.moked.shared.NationalId;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Contracts and products for a file, page by page, in the columns in which they are brought in. That somebody took them is written to the audit. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class AgreementExporting {
    public static final List<String> CONTRACT_HEADS = List.of("number", "customer", "template", "from", "until");
    public static final List<String> PRODUCT_HEADS = List.of("customer", "sku", "name", "serial", "boughtOn", "warrantyUntil", "manual", "agreement");
    private static final int PAGE = 500;

    @Inject
    Agreements agreements;
    @Inject
    DomainEvents events;

    /** @param last id with which the next page is asked for; 0 when there is none */
    public record Lines(List<List<Object>> lines, long last) {
    }

    /** @param after 0 for the first page */
    public Lines contracts(long after) {
        told(after, "agreement.contracts-taken");
        Map<Long, String> templates = agreements.templates().stream().collect(Collectors.toMap(AgreementTemplate::id, AgreementTemplate::code));
        List<Agreement> page = agreements.page(after, PAGE);
        Map<Long, String> numbers = numbers(page.stream().map(Agreement::customerId).toList());
        List<List<Object>> lines = page.stream().map(one -> Arrays.<Object>asList(one.number(), numbers.get(one.customerId()), one.templateId().map(templates::get).orElse(null), one.from(), one.until().orElse(null))).toList();
        return new Lines(lines, page.size() < PAGE ? 0 : page.get(PAGE - 1).id());
    }

    /** @param after 0 for the first page */
    public Lines products(long after) {
        told(after, "agreement.products-taken");
        List<OwnedProduct> page = agreements.products(after, PAGE);
        Map<Long, String> numbers = numbers(page.stream().map(OwnedProduct::customerId).toList());
        List<List<Object>> lines = page.stream().map(one -> Arrays.<Object>asList(numbers.get(one.customerId()), one.sku(), one.name(), one.serial().orElse(null), one.boughtOn().orElse(null), one.warrantyUntil().orElse(null), one.manual().orElse(null),
                one.agreement().map(Agreement::number).orElse(null))).toList();
        return new Lines(lines, page.size() < PAGE ? 0 : page.get(PAGE - 1).id());
    }

    private void told(long after, String what) {
        if (after == 0) {
            events.tell(AgreementActed.contract(what, null, null, null));
        }
    }

    private Map<Long, String> numbers(List<Long> ids) {
        return agreements.customers(ids).stream().collect(Collectors.toMap(Customer::id, customer -> customer.companyNumber().or(() -> customer.nationalId().map(NationalId::digits)).orElse("")));
    }
}
