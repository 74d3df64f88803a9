// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

/**
 * One thing that speaks for or against two customers being one.
 *
 * @param weight in bits (log2 of how much likelier it is seen when they are one than when they are not): above zero for, below zero against
 */
public record Evidence(Subject subject, Level level, double weight) {
    /** What was compared. */
    public enum Subject { NATIONAL_ID, COMPANY_NUMBER, DOCUMENT, GIVEN_NAME, FAMILY_NAME, NAME, BIRTH_DATE, EMAIL, PHONE, ADDRESS, KIND, HOUSEHOLD }

    /** How it came out. */
    public enum Level {
        SAME,
        /** A slip of the pen, another spelling or another script. */
        CLOSE,
        /** The same, in exchanged places: given and family name, day and month. */
        SWAPPED,
        /** Something in common. */
        PARTLY, DIFFERENT,
        /** It cannot be both. */
        CONTRADICTING,
        /** What a household shares counts once, however much of it is the same. */
        SHARED
    }

    public boolean isFor() {
        return weight > 0;
    }
}
