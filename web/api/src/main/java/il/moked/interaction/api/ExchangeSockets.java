// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.ejb.CommandQueued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The exchanges whose sockets this server holds. */
@ApplicationScoped
public class ExchangeSockets {
    /** The newest last: an exchange that lost its line comes again long before the old one is known to be dead. */
    private final List<ExchangeSocket> open = new CopyOnWriteArrayList<>();

    @Inject
    CommandPushing pushing;

    void opened(ExchangeSocket socket) {
        open.add(socket);
        pushing.push(socket.account());
    }

    void closed(ExchangeSocket socket) {
        open.remove(socket);
    }

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommandQueued event) {
        open.stream().filter(socket -> socket.accountId() == event.accountId()).findFirst().ifPresent(socket -> pushing.push(socket.account()));
    }

    Set<String> accounts() {
        return open.stream().map(ExchangeSocket::account).collect(Collectors.toSet());
    }

    /** The newest socket of an account; a command goes to one only. */
    Optional<ExchangeSocket> of(String account) {
        return open.stream().filter(socket -> socket.account().equals(account)).reduce((older, newer) -> newer);
    }
}
