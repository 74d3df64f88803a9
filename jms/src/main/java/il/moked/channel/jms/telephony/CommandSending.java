// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony;

import il.moked.access.Role;
import il.moked.interaction.ejb.CommandDelivery;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries commands to the exchanges we call. Commands of accounts without such an adapter (driver {@code rest}) are fetched by their exchange. */
@Stateless
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandSending {
    @Inject
    CommandDelivery delivery;
    @Inject
    @Any
    Instance<Exchange> exchanges;

    /** Whose accounts' commands are carried here. */
    public Set<String> drivers() {
        return exchanges.stream().map(Exchange::driver).collect(Collectors.toSet());
    }

    /** Never throws: what was not begun is taken up by the sweep, what was begun and not settled becomes unknown. */
    @Asynchronous
    public void send(long commandId) {
        try {
            String driver = delivery.driverOf(commandId);
            Optional<Exchange> exchange = exchanges.stream().filter(candidate -> candidate.driver().equals(driver)).findFirst();
            exchange.ifPresent(adapter -> carry(commandId, adapter));
        } catch (EJBException failure) {
            if (DatabaseOutage.caused(failure)) {
                MessagingLog.LOG.databaseAway("telephony");
            } else {
                MessagingLog.LOG.commandNotCarried(commandId, String.valueOf(failure.getMessage()));
            }
        }
    }

    private void carry(long commandId, Exchange exchange) {
        if (!exchange.reaches(delivery.accountOf(commandId))) {
            return;
        }
        delivery.begin(commandId).ifPresent(command -> {
            Exchange.Outcome outcome = exchange.carry(command);
            if (outcome instanceof Exchange.Outcome.Done) {
                delivery.done(commandId);
            } else if (outcome instanceof Exchange.Outcome.Failed failed) {
                delivery.failed(commandId, failed.why());
            } else if (outcome instanceof Exchange.Outcome.Unknown unknown) {
                delivery.unknown(commandId, unknown.why());
            }
        });
    }
}
