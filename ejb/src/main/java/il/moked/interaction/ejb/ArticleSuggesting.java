// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.knowledge.ArticleUse.Manner;
import il.moked.knowledge.ejb.ArticleReading;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.KnowledgeSearch;
import il.moked.knowledge.ejb.ReadArticle;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.PortalAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What is known of what a customer asks, and how it gets into the answer. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class ArticleSuggesting {
    @Inject
    Interactions interactions;
    @Inject
    KnowledgeSearch search;
    @Inject
    ArticleReading reading;
    @Inject
    PortalAddress portal;

    /** @param typed words or a beginning of an answer; blank: what the customer wrote last */
    public List<FoundArticle> suggest(long interactionId, String typed, int most) {
        Interaction interaction = interactions.get(interactionId);
        String asked = typed == null || typed.isBlank() ? interactions.lastInbound(interaction.id()).map(Message::text).orElse("") : typed;
        return search.find(asked, most);
    }

    /** The article as it goes into the answer, in the language of the conversation. That it was put is written down. */
    public String put(long interactionId, long articleId, Manner manner) {
        Interaction interaction = interactions.get(interactionId);
        ReadArticle article = reading.use(articleId, interactionId, manner, interaction.language());
        if (manner == Manner.TEXT) {
            return article.text();
        }
        String page = portal.page("/help/" + article.id() + "?lang=" + article.language()).orElseThrow(() -> new BusinessException("knowledge.no-portal"));
        return article.title() + "\n" + page;
    }
}
