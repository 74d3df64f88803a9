// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.knowledge.Ranking.Near;
import il.moked.knowledge.Ranking.Ranked;
import il.moked.shared.SweptIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.mapper.orm.session.SearchSession;

/** Where articles are found by a question or some words. What comes from here is read again from the database before anybody sees it. */
@ApplicationScoped
public class ArticleIndex implements SweptIndex {
    /** Of a longer text the beginning is asked for: the more words, the less each says, and the dearer the search. */
    public static final int LONGEST_QUESTION = 400;
    private static final int PASSAGES = 60;
    private static final int WHOLES = 20;
    /** Measured with docs/knowledge.md's questions. */
    private static final float SUBJECT = 1;
    private static final float WORDING = 0.5f;
    private static final float FRAGMENTS = 0.3f;
    private static final float TITLE = 0.5f;

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** The articles that answer best, the best first. @param audiences whose articles the caller may read */
    public List<Ranked> find(String question, Collection<Audience> audiences, int most) {
        String asked = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
        SearchScope<ArticlePassage> scope = Search.session(entities).scope(ArticlePassage.class);
        SearchPredicateFactory f = scope.predicate();
        return Ranking.of(nearest(scope, near(f, PassageDocument.PASSAGE, asked).should(f.match().field(PassageDocument.TITLE).matching(asked).boost(TITLE)).toPredicate(), audiences, PASSAGES),
                nearest(scope, near(f, PassageDocument.WHOLE, asked).toPredicate(), audiences, WHOLES), most);
    }

    private static BooleanPredicateClausesStep<?> near(SearchPredicateFactory f, PassageDocument.Aspects aspects, String asked) {
        return f.bool().should(f.match().field(aspects.subject()).matching(asked).boost(SUBJECT)).should(f.match().field(aspects.wording()).matching(asked).boost(WORDING))
                .should(f.match().field(aspects.fragments()).matching(asked).boost(FRAGMENTS));
    }

    private List<Near> nearest(SearchScope<ArticlePassage> scope, SearchPredicate near, Collection<Audience> audiences, int most) {
        return Search.session(entities).search(scope).select(s -> s.composite().from(s.id(Long.class), s.field(PassageDocument.ARTICLE, Long.class), s.score()).as((id, article, score) -> new Near(id, article, score)))
                .where((f, root) -> {
                    root.add(near);
                    root.add(f.bool().filter(f.terms().field(PassageDocument.AUDIENCE).matchingAny(audiences.stream().map(Enum::name).toList())));
                }).fetchHits(most);
    }

    @Override
    public String name() {
        return PassageDocument.INDEX;
    }

    @Override
    public Class<?> type() {
        return ArticlePassage.class;
    }

    @Override
    public boolean missing() {
        return last() > 0 && Search.session(entities).search(ArticlePassage.class).select(f -> f.id(Long.class)).where(f -> f.matchAll()).fetchHits(1).isEmpty();
    }

    @Override
    public long last() {
        return entities.createQuery("select coalesce(max(p.id), 0) from ArticlePassage p", Long.class).getSingleResult();
    }

    @Override
    public Compared compare(long after, long upTo, int most) {
        List<Long> ids = entities.createQuery("select p.id from ArticlePassage p where p.id > :after and p.id <= :upTo order by p.id", Long.class).setParameter("after", after).setParameter("upTo", upTo).setMaxResults(most).getResultList();
        boolean end = ids.size() < most;
        long until = end ? upTo : ids.get(ids.size() - 1);
        SearchSession search = Search.session(entities);
        Set<Long> indexed = new HashSet<>(search.search(ArticlePassage.class).select(f -> f.id(Long.class)).where(f -> f.range().field(PassageDocument.NUMBER).between(after + 1, Math.max(after + 1, until))).fetchAllHits());
        List<Long> missing = ids.stream().filter(id -> !indexed.remove(id)).toList();
        if (!missing.isEmpty()) {
            entities.createQuery("select p from ArticlePassage p where p.id in :ids", ArticlePassage.class).setParameter("ids", missing).getResultList().forEach(search.indexingPlan()::addOrUpdate);
        }
        indexed.forEach(gone -> search.indexingPlan().purge(ArticlePassage.class, gone, null));
        return new Compared(end ? Long.MAX_VALUE : until, ids.size(), missing.size() + indexed.size());
    }
}
