// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/** The customer type. It chooses the service level, later also branch and queue. */
public enum Segment {
    PRIVATE, VIP, BUSINESS
}
