// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/**
 * Why an agent is not ready for work. Moked itself sets MISSED_OFFER when an offer was not answered in time, UNREACHED when a
 * call he accepted did not reach his telephone, and UNSEEN when no browser shows his desk any more.
 */
public enum AwayReason {
    BREAK, MEAL, TRAINING, MEETING, COACHING, ADMINISTRATION, CALLS_OUT, TECHNICAL, MISSED_OFFER, UNREACHED, UNSEEN;

    /** Whether a person gives it; the others are Moked's own. */
    public boolean chosen() {
        return this != MISSED_OFFER && this != UNREACHED && this != UNSEEN;
    }
}
