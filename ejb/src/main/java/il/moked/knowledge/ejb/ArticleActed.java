// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.access.ejb.Audited;
import il.moked.shared.DomainEvent;

/** An editor did something to an article, a reader voted, or it was put into a conversation. @param action {@code knowledge.…} in the past tense @param detail number of the version, and what else was said */
public record ArticleActed(Long subjectId, String action, String detail) implements DomainEvent, Audited {
    @Override
    public String subject() {
        return "article";
    }
}
