// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;
import il.moked.shared.ejb.Notice;
import java.util.List;

/** Somebody told of a payment and could not prove that he is the provider. @param detail the account, as it was called */
public record CallbackRefused(String detail) implements DomainEvent, Audited {
    @Override
    public List<String> audience() {
        return List.of(Notice.WALL);
    }

    @Override
    public String action() {
        return "order.callback-refused";
    }

    @Override
    public String subject() {
        return "payment-account";
    }

    @Override
    public Long subjectId() {
        return null;
    }
}
