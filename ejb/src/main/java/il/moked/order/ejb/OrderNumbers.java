// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.catalog.QuoteNumber;
import il.moked.catalog.Quotes;
import il.moked.customer.ejb.NumberSource;
import il.moked.order.Invoice;
import il.moked.order.Invoices;
import il.moked.order.Orders;
import il.moked.order.SaleOrder;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Numbers of orders, documents and quotes lead to their customers. */
@ApplicationScoped
class OrderNumbers implements NumberSource {
    private static final String ORDER = "[sS][0-9]{6,12}";
    private static final String DOCUMENT = "[a-zA-Z]{2}-?[0-9]{1,12}";

    @Inject
    Orders orders;
    @Inject
    Invoices invoices;
    @Inject
    Quotes quotes;

    @Override
    public List<Long> customersOf(String written) {
        Optional<Long> found = Optional.empty();
        if (written.matches(ORDER)) {
            found = orders.findByNumber(written).map(SaleOrder::customerId);
        } else if (written.matches(DOCUMENT)) {
            found = invoices.find(document(written)).map(Invoice::customerId);
        } else if (QuoteNumber.parse(written).isPresent()) {
            found = quoted(written);
        }
        return found.stream().toList();
    }

    /** As it is printed: people leave out the hyphen and the zeros. */
    private static String document(String written) {
        return "%s-%07d".formatted(written.substring(0, 2), Long.parseLong(written.substring(2).replace("-", "")));
    }

    private Optional<Long> quoted(String written) {
        try {
            return quotes.withNumber(written).customerId();
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }
}
