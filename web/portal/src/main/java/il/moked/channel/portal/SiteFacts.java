// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.branch.ejb.BranchDirectory;
import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays;
import il.moked.channel.ejb.ContactWays.Way;
import il.moked.channel.ejb.PublicLook;
import il.moked.channel.ejb.PublicLook.Look;
import il.moked.routing.ejb.ContactWaits;
import il.moked.routing.ejb.ContactWaits.Expected;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What every page says of the organisation and of the ways to reach it; while the inside is away, what was known last. */
@ApplicationScoped
public class SiteFacts {
    private final LastKnown.Outage outage = new LastKnown.Outage();
    private final LastKnown<Channel, List<Way>> known = new LastKnown<>(outage);
    private final LastKnown<String, Look> looks = new LastKnown<>(outage);
    private final Remembered<String, Look> looked = new Remembered<>(Duration.ofSeconds(10));
    private final LastKnown<String, List<Expected>> waits = new LastKnown<>(outage);
    private final LastKnown<String, List<Listing>> branches = new LastKnown<>(outage);

    @Inject
    PublicLook look;
    @Inject
    ContactWays ways;
    @Inject
    ContactWaits expected;
    @Inject
    BranchDirectory directory;

    /** Each node looks once in a few seconds. */
    Look look() {
        return looked.get("", any -> looks.get("", look::look, Look.USUAL));
    }

    List<Way> of(Channel channel) {
        return known.get(channel, () -> ways.of(channel), List.of());
    }

    /** Nothing while the inside is away: waits of a while ago are no waits. */
    List<Expected> waits() {
        List<Expected> all = waits.get("", expected::all, List.of());
        return outage.lasts() ? List.of() : all;
    }

    List<Listing> branches() {
        return branches.get("", directory::all, List.of());
    }

    /** Whether the inside did not answer a moment ago. */
    boolean away() {
        return outage.lasts();
    }
}
