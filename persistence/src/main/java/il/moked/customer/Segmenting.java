// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/** Gives a customer his segment by the rules in force. The rules are kept in an area above this one, which provides the only bean of this type. */
public interface Segmenting {
    /** To be called when he makes contact: a change of the rules reaches each customer with his next contact. */
    void apply(Customer customer);
}
