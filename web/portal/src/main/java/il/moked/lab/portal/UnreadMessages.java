// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which messages the played customers have not looked at. Bounded: the oldest are forgotten first. */
@ApplicationScoped
public class UnreadMessages {
    private static final int MOST = 2000;

    private final Map<String, String> addressOf = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized void came(Channel channel, String address, String id) {
        addressOf.put(id, channel + " " + address);
    }

    /** The ids of those that are read now. */
    synchronized List<String> read(Channel channel, String address) {
        List<String> ids = new ArrayList<>();
        addressOf.entrySet().removeIf(message -> message.getValue().equals(channel + " " + address) && ids.add(message.getKey()));
        return ids;
    }
}
