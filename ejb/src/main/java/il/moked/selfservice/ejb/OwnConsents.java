// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.Customers;
import il.moked.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** What a customer ever allowed and forbade, with the words he was asked in: the proof is his as much as ours. Who wrote it down is not told. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnConsents {
    private static final int PAGE = 20;

    @Inject
    Customers customers;
    @Inject
    Consents consents;

    public record Said(Channel channel, Consent.Purpose purpose, boolean given, String wording, Instant saidAt, Consents.Cursor cursor) {
        static Said of(Consent one) {
            return new Said(one.channel(), one.purpose(), one.given(), one.wording(), one.saidAt(), new Consents.Cursor(one.saidAt(), one.id()));
        }
    }

    /** Newest first. @param after null for the first page */
    public Page<Said> said(long customerId, Consents.Cursor after) {
        Page<Consent> page = consents.history(customers.get(customerId).id(), after, PAGE);
        return new Page<>(page.rows().stream().map(Said::of).toList(), page.more());
    }
}
