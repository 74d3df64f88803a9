// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.sms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The links this node holds, by account. */
@ApplicationScoped
public class SmppLinks {
    private final Map<String, SmppLink> held = new ConcurrentHashMap<>();

    Optional<SmppLink> of(String account) {
        return Optional.ofNullable(held.get(account));
    }

    void add(String account, SmppLink link) {
        held.put(account, link);
    }

    void remove(String account) {
        held.remove(account);
    }
}
