// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** An administrator wrote, threw away or put in force an edition of a menu. @param action {@code ivr.…} */
public record MenusChanged(Long subjectId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "menu-edition";
    }
}
