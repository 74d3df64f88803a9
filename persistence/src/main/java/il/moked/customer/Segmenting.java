// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import java.util.Map;

/** Gives a customer his segment by the rules in force. The rules are kept in an area above this one, which provides the only bean of this type. */
public interface Segmenting {
    /** Of the rules in force as this node knows them: a change is seen after some seconds. */
    int version();

    /** What the rules say of him, and which of them; nothing is changed. */
    SegmentRules.Choice choose(Customer customer);

    /** The same for one of many, whose card is not loaded. @param facts as in {@link KnownFacts#of} */
    SegmentRules.Choice choose(Customers.Line customer, Map<CustomerFacts.Fact, Long> facts);

    /** To be called when he makes contact or something new is known of him: changed rules reach each customer with his next contact, or with the pass through all of them, whichever comes first. */
    SegmentRules.Choice apply(Customer customer);
}
