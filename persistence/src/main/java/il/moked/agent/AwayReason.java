// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/**
 * Why an agent is not ready for work. MISSED_OFFER is set by Moked itself when an offer was not answered in time, UNSEEN when
 * no browser shows his desk any more.
 */
public enum AwayReason {
    BREAK, MEAL, TRAINING, MEETING, COACHING, ADMINISTRATION, CALLS_OUT, TECHNICAL, MISSED_OFFER, UNSEEN;

    /** Whether a person may give it. */
    public boolean chosen() {
        return this != MISSED_OFFER && this != UNSEEN;
    }
}
