// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/** What only one of two customers can leave to the one they become. */
public enum Surviving {
    FIRST_NAME, LAST_NAME,
    /** Of a company. */
    NAME, NATIONAL_ID, COMPANY_NUMBER, BIRTH_DATE,
    /** Street, house, city and postcode together: parts of two addresses are none. */
    ADDRESS,
    /** The company it belongs to. */
    PARENT, LANGUAGE,
    /** Not chosen: the rules give it by what is known of both. Noted, so that it is as it was when they are parted. */
    SEGMENT;

    /** Whether a person chooses whose value survives. */
    public boolean chosen() {
        return this != SEGMENT;
    }
}
