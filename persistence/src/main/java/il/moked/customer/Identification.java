// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/** How sure we are that a contact comes from the customer whose card it is on. */
public enum Identification {
    /** Signed in, or wrote from a conversation that only he could know. */
    SIGNED_IN,
    /** Exactly one customer has this e-mail address or phone. A sender address can be forged: not enough to disclose. */
    CONTACT_POINT,
    /** Whoever calls or writes gave this customer's identity number, which others may know: no more than a hint. */
    TYPED_ID,
    /** Several customers share it; a person has to ask. */
    AMBIGUOUS,
    /** Nobody has it; the contact is on the card of a guest. */
    UNKNOWN,
    /** An agent asked and is sure. */
    CONFIRMED
}
