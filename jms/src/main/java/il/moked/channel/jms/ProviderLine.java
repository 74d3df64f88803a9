// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.channel.Outages.Cause;
import java.time.Instant;
import java.util.Optional;

/** A standing connection to a provider, with the threads that keep it. */
public interface ProviderLine {
    void start();

    /** Whether its threads still run: they connect anew by themselves until the line is stopped. */
    boolean alive();

    /** What keeps it from being connected; empty when it is. */
    Optional<Trouble> trouble();

    /** Returns at once; may be said again. */
    void stop();

    /** After {@link #stop}: waits a moment until its threads are done. */
    void join() throws InterruptedException;

    /** @param why in the provider's or the machine's own words @param since when the line was lost or first tried */
    record Trouble(Cause cause, String why, Instant since) {
    }
}
