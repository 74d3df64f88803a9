// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/** Why an agent is not ready for work. MISSED_OFFER is set by Moked itself when an offer was not answered in time. */
public enum AwayReason {
    BREAK, MEAL, TRAINING, MEETING, COACHING, ADMINISTRATION, CALLS_OUT, TECHNICAL, MISSED_OFFER
}
