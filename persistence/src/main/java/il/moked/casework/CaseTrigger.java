// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

/** What makes a rule look at a case: something that happened, or time that passed since. */
public enum CaseTrigger {
    OPENED, CUSTOMER_WROTE, STATE_CHANGED, SEVERITY_CHANGED, ASSIGNED, WARNED, BREACHED, ESCALATED, SINCE_OPENED, SINCE_STATE, SINCE_CUSTOMER;

    public boolean timed() {
        return this == SINCE_OPENED || this == SINCE_STATE || this == SINCE_CUSTOMER;
    }
}
