// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Which articles helped to bring which cases to their end: what was put into their conversations. */
@ApplicationScoped
public class CaseArticles {
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** What was put into the conversations of a case helped to close it; each article counts once for a case. */
    public void helped(ServiceCase closed, Instant at) {
        List<Long> articles = entities.createQuery("select distinct u.articleId from ArticleUse u, CaseConversation v where v.caseId = :id and u.interactionId = v.interactionId order by u.articleId", Long.class).setParameter("id", closed.id()).getResultList();
        for (Long article : articles) {
            int added = entities.createNativeQuery("insert into case_article (case_id, article_id, closed_at) select ?1, ?2, ?3 where not exists (select 1 from case_article where case_id = ?1 and article_id = ?2)")
                    .setParameter(1, closed.id()).setParameter(2, article).setParameter(3, at).executeUpdate();
            if (added > 0) {
                entities.createNativeQuery("update article_count set closed = closed + 1 where article_id = ?1").setParameter(1, article).executeUpdate();
            }
        }
    }

    /** How many cases an article helped to close. */
    public int closed(long articleId) {
        List<?> counts = entities.createNativeQuery("select closed from article_count where article_id = ?1").setParameter(1, articleId).getResultList();
        return counts.isEmpty() ? 0 : ((Number) counts.get(0)).intValue();
    }

    /** Ids of the cases it helped to close, the last one first. */
    public List<Long> cases(long articleId, int most) {
        List<?> ids = entities.createNativeQuery("select case_id from case_article where article_id = ?1 order by closed_at desc, case_id desc").setParameter(1, articleId).setMaxResults(most).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
