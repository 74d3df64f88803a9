// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/** The customer type. It chooses the queue and the service level, later also the branch. Given by {@link SegmentRules}. */
public enum Segment {
    PRIVATE, VIP, SMALL_BUSINESS, LARGE_BUSINESS;

    public boolean business() {
        return this == SMALL_BUSINESS || this == LARGE_BUSINESS;
    }
}
