// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.catalog.ejb.Quoting;
import il.moked.catalog.ejb.Quoting.QuoteDetail;
import il.moked.customer.Customers;
import il.moked.interaction.ejb.CustomerTexts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Sends a quote to the customer it was made for. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class QuoteSending {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Inject
    Quoting quoting;
    @Inject
    Customers customers;
    @Inject
    CustomerTexts texts;
    @Inject
    ToCustomer sending;

    /** @param interactionId conversation of the sale, or null @throws il.moked.shared.BusinessException {@code order.no-conversation}, {@code order.no-way}, {@code order.no-customer} */
    public Paying.Sent send(String number, Long interactionId) {
        QuoteDetail quote = quoting.get(number);
        if (quote.customerId() == null) {
            throw new il.moked.shared.BusinessException("order.no-customer");
        }
        String language = customers.get(quote.customerId()).language();
        StringBuilder lines = new StringBuilder();
        quote.lines().forEach(line -> lines.append('\n').append(line.quantity()).append(" × ").append(line.name(language)).append(": ").append(line.gross().format(language)));
        String text = texts.text("quote", language, quote.number(), lines.toString(), quote.gross().format(language), DAY.format(LocalDate.ofInstant(quote.validUntil(), ZONE)));
        return sending.send(interactionId, "quote-" + quote.id(), text);
    }
}
