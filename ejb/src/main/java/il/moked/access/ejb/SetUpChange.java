// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

/** An event by which the organisation is set up otherwise. Beside the audit it makes the next version of the thing. */
public interface SetUpChange extends Audited {
    /** JSON of the thing as it is from now on; null where it is not put back from its versions. */
    default String content() {
        return null;
    }
}
