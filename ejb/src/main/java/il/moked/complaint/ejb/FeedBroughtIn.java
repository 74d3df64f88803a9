// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** A file of a regulator was brought in. @param detail its source, how many complaints it has and how many of them were new */
public record FeedBroughtIn(Long subjectId, String detail) implements DomainEvent, Audited {
    @Override
    public String action() {
        return "complaint.feed-brought-in";
    }

    @Override
    public String subject() {
        return "regulator-feed";
    }
}
