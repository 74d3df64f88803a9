// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.order.Invoice;
import il.moked.order.Invoices;
import il.moked.order.Purchases;
import il.moked.shared.Money;
import il.moked.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** A company's invoices, for those of its people who may see them: they are of no site. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanyInvoices {
    private static final int PAGE = 25;

    @Inject
    CompanyAccess access;
    @Inject
    Invoices invoices;

    /** @param dueOn null when it is paid or a credit */
    public record InvoiceLine(long id, String number, Invoice.Kind kind, Instant issuedAt, LocalDate dueOn, Money gross) {
    }

    /** Newest first. @param at and @param id of the last of the page before, null for the first @throws il.moked.shared.BusinessException {@code company.not-allowed} */
    public Page<InvoiceLine> of(long userId, Instant at, Long id) {
        CompanyUser user = access.everywhere(userId, Permission.INVOICES);
        Page<Invoice> page = invoices.ofCustomer(user.customerId(), at == null || id == null ? null : new Purchases.Cursor(at, id), PAGE);
        return new Page<>(page.rows().stream().map(each -> new InvoiceLine(each.id(), each.number(), each.kind(), each.issuedAt(), each.dueOn().orElse(null), each.gross())).toList(), page.more());
    }
}
