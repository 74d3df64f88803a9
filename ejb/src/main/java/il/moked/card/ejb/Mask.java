// SPDX-License-Identifier: Apache-2.0
package il.moked.card.ejb;

import il.moked.customer.ContactPoint;

/** An identifier as people of another firm see it: enough to compare with what the customer says, too little to keep. */
final class Mask {
    private static final String HIDDEN = "••••••";
    private static final int SHOWN = 3;

    private Mask() {
    }

    static String of(ContactPoint.Kind kind, String shown) {
        int at = shown.indexOf('@');
        return kind == ContactPoint.Kind.EMAIL && at > 0 ? shown.charAt(0) + HIDDEN + shown.substring(at) : number(shown);
    }

    /** Its last three characters. */
    static String number(String shown) {
        return HIDDEN + shown.substring(Math.max(0, shown.length() - SHOWN));
    }

    /** A text in which an address or a long number may stand: those who are not known yet are called by where they wrote from. */
    static String name(String name) {
        return name.indexOf('@') >= 0 ? of(ContactPoint.Kind.EMAIL, name) : name.chars().filter(Character::isDigit).count() > SHOWN ? number(name) : name;
    }
}
