// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.shared.DomainEvent;

/** A user signed in. */
public record SignedIn(Long subjectId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "access.signed-in";
    }

    @Override
    public String subject() {
        return "user";
    }
}
