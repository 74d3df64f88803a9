// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.shared.DomainEvent;

/**
 * An administrator changed how the organisation is set up.
 *
 * @param action {@code area.action} in the past tense
 * @param subject kind of the thing
 * @param detail what it was and what it is now; cut to what the audit holds
 * @param content JSON of the thing as it is from now on; null where it is not put back from its versions
 */
public record Administered(String action, String subject, Long subjectId, String detail, String content) implements DomainEvent, SetUpChange {
    private static final int LONGEST = 500;

    public Administered(String action, String subject, Long subjectId, String detail) {
        this(action, subject, subjectId, detail, null);
    }

    public Administered {
        detail = detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST);
    }
}
