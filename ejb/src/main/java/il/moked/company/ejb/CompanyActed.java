// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** Something was done in the portal of a company, or for it. @param action {@code company.…} in the past tense @param detail who of the company did it, and codes */
public record CompanyActed(String action, String subject, Long subjectId, Long customerId, String detail) implements DomainEvent, Audited {
    static final String SITE = "company-site";
    static final String USER = "company-user";
    static final String KEY = "company-key";
    static final String MAILING = "company-mailing";
    static final String CALL = "case";
}
