// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/** Whether an agent can be offered work. */
public enum Presence {
    AVAILABLE, AWAY, OFFLINE
}
