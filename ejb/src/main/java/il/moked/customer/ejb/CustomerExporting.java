// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.customer.Customer;
import il.moked.customer.CustomerRows;
import il.moked.customer.Segment;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Known customers, with all their numbers, as a file. Who takes them out is noted before the first line. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class CustomerExporting {
    private static final int PAGE = 500;

    @Inject
    CustomerRows rows;
    @Inject
    DomainEvents events;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    String zone;

    /** To be called before the first page. @param kind null for all @param segment null for all */
    public void begun(Customer.Kind kind, Segment segment) {
        events.tell(new CustomerImportActed(null, "customer.exported", (kind == null ? "all" : kind.name()) + ", " + (segment == null ? "all" : segment.name())));
    }

    /** @param after 0 for the first page */
    public CustomerRows.Rows page(Customer.Kind kind, Segment segment, long after) {
        return rows.page(kind, segment, after, PAGE, ZoneId.of(zone));
    }
}
