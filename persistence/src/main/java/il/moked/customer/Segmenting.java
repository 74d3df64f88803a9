// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/** Gives a customer his segment by the rules in force. The rules are kept in an area above this one, which provides the only bean of this type. */
public interface Segmenting {
    /** What the rules say of him, and which of them; nothing is changed. */
    SegmentRules.Choice choose(Customer customer);

    /** To be called when he makes contact or something new is known of him: a change of the rules reaches each customer with his next contact. */
    SegmentRules.Choice apply(Customer customer);
}
