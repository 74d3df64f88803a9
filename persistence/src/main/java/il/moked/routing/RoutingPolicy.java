// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * All that an administrator can set about who serves next. A change makes a new version, effective for what waits
 * already; every decision names the version it was made by.
 *
 * @param version 1 upwards
 * @param relaxation of queues that have none of their own
 * @param relaxations by queue id
 * @param backOff who declined or missed an item is asked again after this long, if nobody else took it
 * @param preferredAtMost an item waits for its preferred agent, while he sums up a call, no longer than this
 * @param preferredShare nor longer than this share of its target, 0 to 1
 * @param suitSeconds seconds of idleness that one point of suitability (0 to 100) is worth; 0 means longest idle only
 */
public record RoutingPolicy(int version, Relaxation relaxation, Map<Long, Relaxation> relaxations, Duration backOff, Duration preferredAtMost, double preferredShare, double suitSeconds, FloorShare floor) {
    /** Numbers of field-study d.4; the floor of 5 % a channel is a proposal. */
    public static final RoutingPolicy DEFAULT = new RoutingPolicy(1, Relaxation.DEFAULT, Map.of(), Duration.ofSeconds(30), Duration.ofSeconds(30), 0.1, 1, FloorShare.each(0.05));

    /**
     * What an item asks for at one moment.
     *
     * @param step of its relaxation
     * @param only the agent it is kept for, or null
     */
    public record Ask(int step, Requirement requirement, Long only) {
    }

    public RoutingPolicy {
        relaxations = Map.copyOf(relaxations);
        if (version < 1 || backOff.isNegative() || preferredAtMost.isNegative() || preferredShare < 0 || preferredShare > 1 || suitSeconds < 0) {
            throw new IllegalArgumentException("Not a routing policy");
        }
    }

    public Relaxation relaxationOf(long queueId) {
        return relaxations.getOrDefault(queueId, relaxation);
    }

    /** Number of the step of its relaxation an item has reached. */
    public int stepOf(WaitingItem item, Instant now) {
        return relaxationOf(item.queueId()).stepAfter(Duration.between(item.waitingSince(), now));
    }

    /** @return when the item stops waiting for its preferred agent */
    public Instant preferredUntil(WaitingItem item) {
        Duration share = Duration.ofMillis(Math.round(item.target().toMillis() * preferredShare));
        return item.waitingSince().plus(share.compareTo(preferredAtMost) < 0 ? share : preferredAtMost);
    }

    /**
     * @param soon its preferred agent if he sums up a call, with the units he will have then, else null. Only for one who is
     *        about to be free it is kept: to one with room it is offered at once, and who has his hands full may have them
     *        full for long
     */
    public Ask ask(WaitingItem item, AgentAtWork soon, Instant now) {
        int step = stepOf(item, now);
        Requirement asked = relaxationOf(item.queueId()).ask(item.requirement(), step);
        boolean kept = soon != null && now.isBefore(preferredUntil(item)) && item.mayGoTo(soon.id(), now) && soon.capacity().fits(item.weight()) && asked.metBy(soon.skills());
        return new Ask(step, asked, kept ? soon.id() : null);
    }
}
