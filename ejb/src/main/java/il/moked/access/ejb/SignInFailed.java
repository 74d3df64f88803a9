// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.shared.DomainEvent;

/** Somebody failed to sign in; the id is null when there is no user of that name. */
public record SignInFailed(Long subjectId) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "access.sign-in-failed";
    }

    @Override
    public String subject() {
        return "user";
    }
}
