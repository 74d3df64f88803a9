// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.channel.jms.telephony.Exchange;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The lines to Asterisk this node holds, by account. */
@ApplicationScoped
public class AsteriskExchange implements Exchange {
    private final Map<String, AsteriskLink> held = new ConcurrentHashMap<>();

    void add(String account, AsteriskLink link) {
        held.put(account, link);
    }

    void remove(String account) {
        held.remove(account);
    }

    @Override
    public String driver() {
        return AsteriskDriver.NAME;
    }

    @Override
    public boolean reaches(String account) {
        return Optional.ofNullable(held.get(account)).filter(AsteriskLink::connected).isPresent();
    }

    @Override
    public Outcome carry(Asked command) {
        AsteriskLink link = held.get(command.account());
        return link == null ? new Outcome.Failed("no line to the exchange") : link.carry(command);
    }
}
