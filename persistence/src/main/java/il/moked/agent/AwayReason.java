// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/** Why an agent is away. MISSED_OFFER is set by Moked itself when an offer was not answered in time. */
public enum AwayReason {
    BREAK, MEAL, TRAINING, MEETING, ADMINISTRATION, MISSED_OFFER
}
