// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.customer.ContactPoint;
import il.moked.customer.Customers;
import il.moked.customer.DuplicateWarning;
import il.moked.customer.Duplicates;
import il.moked.customer.Identifier;
import il.moked.customer.Particulars;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks who is known already and may be the same as somebody who is being registered or changed. */
@ApplicationScoped
class Suspecting {
    @Inject
    Customers customers;
    @Inject
    Instance<Duplicates> duplicates;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    String zone;

    /** The day it is where the organisation is. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
    }

    /** The last moment of a day there, or now on the present day. */
    Instant momentOf(LocalDate day) {
        return day.equals(today()) ? clock.instant() : day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant().minusSeconds(1);
    }

    /** @param known id of who is being changed, or null @throws BusinessException {@code customer.number-taken} with the id of who has the number */
    List<DuplicateWarning> like(Particulars particulars, List<Identifier.Value> identifiers, List<ContactPoint.Written> contactPoints, Long known) {
        List<Long> same = customers.knownBy(particulars, known);
        if (!same.isEmpty()) {
            throw new BusinessException("customer.number-taken", Long.toString(same.get(0)));
        }
        return duplicates.isResolvable() ? duplicates.get().like(particulars, identifiers, contactPoints, known) : List.of();
    }
}
