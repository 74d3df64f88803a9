// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.CustomerAlert;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says on a card what whoever serves the customer must know first, and takes it off again. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Alerting {
    /** A later year was mistyped. */
    private static final int LATEST = 2199;

    @Inject
    Customers customers;
    @Inject
    CardAccess access;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /**
     * @param lastDay on which it holds, null: until it is removed
     * @throws BusinessException {@code customer.alert-empty}, {@code customer.alert-too-long}, {@code customer.alert-over}, {@code card.not-routed}, {@code shared.bad-request}: after 2199
     */
    public long give(long customerId, CustomerAlert.Severity severity, String text, LocalDate lastDay) {
        long customer = customers.get(customerId).id();
        access.check(customer);
        if (lastDay != null && lastDay.getYear() > LATEST) {
            throw new BusinessException("shared.bad-request");
        }
        Instant until = lastDay == null ? null : lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        CustomerAlert alert = new CustomerAlert(customer, severity, text, currentUser.get().id(), until, clock.instant());
        customers.add(alert);
        tell(alert, "card.alert-given");
        return alert.id();
    }

    /** @return whose alert it was @throws il.moked.shared.NotFoundException {@code customer.unknown-alert} */
    public long remove(long alertId) {
        CustomerAlert alert = customers.alert(alertId);
        access.check(alert.customerId());
        alert.remove(currentUser.get().id(), clock.instant());
        tell(alert, "card.alert-removed");
        return alert.customerId();
    }

    /** It was removed by mistake. */
    public long restore(long alertId) {
        CustomerAlert alert = customers.alert(alertId);
        access.check(alert.customerId());
        alert.restore();
        tell(alert, "card.alert-restored");
        return alert.customerId();
    }

    private void tell(CustomerAlert alert, String action) {
        events.tell(new AlertActed(alert.id(), alert.customerId(), alert.severity(), action));
    }
}
