// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.ProviderWatch;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What a caller who looks at his providers every few seconds has told of them: an outage is told each time, that all is well once. For one thread. */
public final class Watched {
    private final ProviderWatch watch;
    private final Way way;
    private final Set<Long> fine = new HashSet<>();

    public Watched(ProviderWatch watch, Way way) {
        this.watch = watch;
        this.way = way;
    }

    public void away(long accountId, Cause cause, String why) {
        fine.remove(accountId);
        watch.away(accountId, way, cause, why);
    }

    /** Also an outage that another node saw is over then. */
    public void fine(long accountId) {
        if (!fine.contains(accountId)) {
            watch.back(accountId, way);
            fine.add(accountId);
        }
    }

    /** Of the others nothing is known any longer: another node may look at them. */
    public void keep(Collection<Long> accountIds) {
        fine.retainAll(accountIds);
    }
}
