// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A rule did something with a case, or was refused to. @param detail rule, edition and how it came out */
public record RuleFired(Long subjectId, Long customerId, String detail) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "casework.rule-fired";
    }

    @Override
    public String subject() {
        return "case";
    }
}
