// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.routing.WaitingItem;
import il.moked.routing.WaitingLines;
import il.moked.routing.WorkLine;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Of what waits for a team, only that whose customer is not there himself: it can be put aside when somebody steps up to the counter. */
record WrittenOnly(WaitingLines all) implements WaitingLines {
    @Override
    public Collection<WorkLine> lines() {
        return all.lines().stream().filter(line -> !line.channel().live()).toList();
    }

    @Override
    public List<WaitingItem> heads(Map<WorkLine, Instant> since) {
        return all.heads(since);
    }

    @Override
    public List<WaitingItem> behind(WaitingItem item, Instant since, int most) {
        return all.behind(item, since, most);
    }
}
