// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

/** An event that is written to the audit. Its detail holds no personal data. */
public interface Audited {
    /** {@code area.action} in the past tense. */
    String action();

    /** Kind of the thing it was done to. */
    String subject();

    Long subjectId();

    default Long customerId() {
        return null;
    }

    default String detail() {
        return null;
    }
}
