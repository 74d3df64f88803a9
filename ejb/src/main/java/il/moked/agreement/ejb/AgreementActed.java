// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Something was done with a contract or a product of a customer. @param action {@code agreement.action} in the past tense @param subject kind of the thing @param detail or null */
public record AgreementActed(String action, String subject, Long subjectId, Long customerId, String detail) implements DomainEvent, Audited {
    static AgreementActed contract(String action, Long id, Long customerId, String detail) {
        return new AgreementActed(action, "agreement", id, customerId, detail);
    }

    static AgreementActed product(String action, Long id, Long customerId, String detail) {
        return new AgreementActed(action, "owned-product", id, customerId, detail);
    }
}
