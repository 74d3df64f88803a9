// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Which node does some work, and until when it is taken to be alive. */
@Embeddable
record Hold(String node, @Column(name = "held_until") Instant until) {
    /** @param held null when nobody ever had it @return whether that node may have it: it has it already, nobody has, or whoever had it is gone */
    static boolean free(Hold held, String by, Instant now) {
        return held == null || held.node() == null || held.is(by) || held.until() == null || !held.until().isAfter(now);
    }

    boolean is(String by) {
        return by.equals(node);
    }
}
