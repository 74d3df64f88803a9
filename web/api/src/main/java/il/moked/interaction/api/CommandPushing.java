// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.access.Role;
import il.moked.interaction.ejb.Exchanging;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sends commands down the sockets of this server: at once when they are committed here, and every two seconds what another node was asked or an exchange has lost. */
@Singleton
@RunAs(Role.SYSTEM)
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CommandPushing {
    @Inject
    Exchanging exchanging;
    @Inject
    ExchangeSockets sockets;

    @Asynchronous
    public void push(String account) {
        fetch(account);
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void sweep() {
        sockets.accounts().forEach(this::fetch);
    }

    private void fetch(String account) {
        try {
            sockets.of(account).filter(ExchangeSocket::takes).ifPresent(socket -> exchanging.fetch(account).forEach(socket::command));
        } catch (BusinessException closed) {
            // the account was closed; its exchange hears so at its next frame
        }
    }
}
