// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/**
 * Whether an agent can be offered work: only while AVAILABLE. WRAP_UP is the short time after a call in which he writes
 * down how it ended; Moked sets it and ends it.
 */
public enum Presence {
    AVAILABLE, WRAP_UP, AWAY, OFFLINE
}
