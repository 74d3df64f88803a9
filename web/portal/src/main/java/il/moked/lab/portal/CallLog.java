// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened on one played telephone, oldest first. Bounded: the oldest is forgotten first. */
final class CallLog {
    private static final int MOST = 60;

    private final Deque<Line> lines = new ArrayDeque<>();

    /** Each has a text of its own in the lab's bundle. */
    enum What {
        DIALLED, DIALLED_WITHHELD, LANGUAGE, IDENTITY, IDENTITY_WRONG, IDENTITY_SKIPPED, PRESSED, SPOKE, SUBJECT, WAITING, TOLD, CALLBACK_ASKED, CALLBACK_REFUSED, PUT_THROUGH, HELD, RESUMED, TRANSFERRED, TRANSFERRED_OUTSIDE,
        RECORDING_PAUSED, RECORDING_RESUMED, RINGS, PICKED_UP, REJECTED, NOT_PICKED_UP, CUSTOMER_HUNG_UP, AGENT_HUNG_UP, EXCHANGE_HUNG_UP, LEFT_ALONE
    }

    /** @param detail a number, a code or words; null where there is none */
    record Line(Instant at, What what, String detail) {
    }

    void add(Instant at, What what, String detail) {
        lines.add(new Line(at, what, detail));
        if (lines.size() > MOST) {
            lines.remove();
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
