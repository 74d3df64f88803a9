// SPDX-License-Identifier: Apache-2.0
/** Who the customer is and how he can be reached; guests and their joining to known customers. Aggregate: Customer. Rules: SegmentRules. Uses shared. */
package il.moked.customer;
