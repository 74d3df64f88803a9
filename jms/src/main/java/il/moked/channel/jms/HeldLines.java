// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import il.moked.channel.Outages.Cause;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.Collecting;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The lines to providers of which one among all nodes may hold each: takes their leases and renews them, follows what an
 * administrator changes, and tells the wall of lines that are down. Belongs to one singleton and works under its lock.
 */
public final class HeldLines {
    private static final Duration RENEW = Duration.ofSeconds(20);
    /** A line that is made anew at once is no outage. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final String what;
    private final Collecting leases;
    private final Watched watched;
    private final Clock clock;
    private final Function<Link, ProviderLine> maker;
    private final Map<Link, Held> held = new HashMap<>();
    private final Set<Link> notSetUp = new HashSet<>();

    private record Held(ProviderLine line, Instant renewedAt) {
    }

    /**
     * @param what   these lines, in words of the log
     * @param leases which node holds which
     * @param maker  of a line that is not started; throws {@link IllegalArgumentException} with the name of the setting that does not do
     */
    public HeldLines(String what, Collecting leases, Watched watched, Clock clock, Function<Link, ProviderLine> maker) {
        this.what = what;
        this.leases = leases;
        this.watched = watched;
        this.clock = clock;
        this.maker = maker;
    }

    /** To be called every few seconds. @param accounts those that must have a line now */
    public void keep(Supplier<List<Link>> accounts) {
        DatabaseOutage.tolerated(what, () -> {
            List<Link> wanted = accounts.get();
            List.copyOf(held.keySet()).stream().filter(link -> !wanted.contains(link)).forEach(this::leave);
            notSetUp.retainAll(wanted);
            wanted.forEach(this::keep);
            watched.keep(held.keySet().stream().map(Link::accountId).toList());
            held.forEach((link, current) -> watch(link, current.line));
        });
    }

    private void keep(Link link) {
        Held current = held.get(link);
        if (current != null && !current.line.alive()) {
            end(link);
            current = null;
        }
        Instant now = clock.instant();
        if (current == null) {
            begin(link, now);
        } else if (current.renewedAt.plus(RENEW).isBefore(now)) {
            if (leases.hold(link.accountId())) {
                held.put(link, new Held(current.line, now));
            } else {
                end(link);
            }
        }
    }

    private void begin(Link link, Instant now) {
        ProviderLine line;
        try {
            line = maker.apply(link);
        } catch (IllegalArgumentException wrong) {
            if (notSetUp.add(link)) {
                MessagingLog.LOG.accountNotSetUp(link.account(), wrong.getMessage());
            }
            watched.away(link.accountId(), Cause.SETTINGS, wrong.getMessage());
            return;
        }
        if (leases.hold(link.accountId())) {
            held.put(link, new Held(line, now));
            line.start();
        }
    }

    private void watch(Link link, ProviderLine line) {
        Optional<ProviderLine.Trouble> trouble = line.trouble();
        if (trouble.isEmpty()) {
            watched.fine(link.accountId());
        } else if (trouble.get().since().plus(GRACE).isBefore(clock.instant())) {
            watched.away(link.accountId(), trouble.get().cause(), trouble.get().why());
        }
    }

    private void end(Link link) {
        ProviderLine line = held.remove(link).line;
        line.stop();
        try {
            line.join();
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave(Link link) {
        end(link);
        leases.release(link.accountId());
    }

    /** The server stops: other nodes may have the lines at once. */
    public void close() {
        held.values().forEach(current -> current.line.stop());
        try {
            List.copyOf(held.keySet()).forEach(this::leave);
        } catch (RuntimeException databaseGone) {
            // The lease runs out by itself.
            MessagingLog.LOG.databaseAway(what);
        }
    }
}
