// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is offered an item, or that nobody can be, and why: stored with the offer, so that "why did X get it" and "why is
 * this still here" are answered from records (field-study c.4).
 *
 * @param agentId null when nobody
 * @param floorShare whether the item was served before others because its channel was behind its floor share
 * @param ruleVersion of the {@link RoutingPolicy}
 * @param waited until the decision
 * @param step of the relaxation, from 0
 * @param dropped codes of skills no longer asked for
 * @param kept the agent it is still kept for because he is about to be free, or null
 * @param candidates the best who could take it, best first, at most {@link #SHOWN}
 * @param able how many could take it
 * @param refused how many of those looked at could not, by reason; agents without any free unit or without the skill at all need not be looked at
 * @param examples some of them, at most {@link #SHOWN}
 */
public record Decision(WaitingItem item, Long agentId, Why why, boolean floorShare, int ruleVersion, Instant at, Duration waited, int step, Set<String> dropped, Long kept, List<Candidate> candidates, int able,
        Map<Reason, Integer> refused, List<Refusal> examples) {
    public static final int SHOWN = 10;

    public enum Why {
        /** Knows the customer. */
        PREFERRED,
        /** Best score of several. */
        BEST_SCORE,
        /** The only one who could. */
        ONLY_ONE,
        NOBODY
    }

    /** Why an agent cannot be offered an item. */
    public enum Reason { KEPT_FOR_PREFERRED, SKILL_MISSING, NO_CAPACITY, BACKING_OFF }

    /**
     * @param suits 0 to 100, see {@link Requirement#suits}
     * @param idleSeconds since his last offer
     * @param score suits × the policy's seconds per point + idle seconds
     */
    public record Candidate(long agentId, int suits, long idleSeconds, double score) {
    }

    /** @param missing codes of the skills he lacks, when that is the reason */
    public record Refusal(long agentId, Reason reason, Set<String> missing) {
    }

    public boolean somebody() {
        return agentId != null;
    }
}
