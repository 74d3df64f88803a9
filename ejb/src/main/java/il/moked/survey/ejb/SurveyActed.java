// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A customer was asked how it was, or answered. @param action {@code survey.…} in the past tense @param detail codes, or null */
public record SurveyActed(Long subjectId, Long customerId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "survey";
    }
}
