// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The turns of this node's senders. */
@ApplicationScoped
public class AccountTurns {
    /** Of the sessions that send, so many may serve one account at a time. */
    @Inject
    @ConfigProperty(name = "moked.jms.outbound-per-account", defaultValue = "2")
    int most;
    private Turns turns;

    @PostConstruct
    void open() {
        turns = new Turns(most);
    }

    /** @see Turns#take */
    boolean take(long account, long message) {
        return turns.take(account, message);
    }

    /** @see Turns#next */
    OptionalLong next(long account) {
        return turns.next(account);
    }
}
