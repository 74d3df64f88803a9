// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Articles, their versions, what is searched of them, and what readers did with them. */
@ApplicationScoped
public class Articles {
    private static final String ARTICLE = "article";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    /** What is shown of an article in a list. @param open state of the version that is written or reviewed, or null @param current state of the one published last, or null */
    public record Line(long id, int version, ArticleSheet.Kind kind, Audience audience, String hebrewTitle, String englishTitle, ArticleVersion.State open, ArticleVersion.State current, String changedBy, Instant changedAt) {
        public String title(String language) {
            return "he".equals(language) && hebrewTitle != null || englishTitle == null ? hebrewTitle : englishTitle;
        }
    }

    /** What readers did with an article. @param uses how often it was put into a conversation */
    public record Counts(int helpful, int unhelpful, int uses) {
        public static final Counts NONE = new Counts(0, 0, 0);
    }

    public Article get(long id) {
        Article article = entities.find(Article.class, id);
        if (article == null) {
            throw new NotFoundException("knowledge.unknown");
        }
        return article;
    }

    public void add(Article article) {
        entities.persist(article);
        entities.createNativeQuery("insert into article_count (article_id, helpful, unhelpful, uses) values (?1, 0, 0, 0)").setParameter(1, article.id()).executeUpdate();
    }

    public void remove(Article article) {
        entities.createNativeQuery("delete from article_count where article_id = ?1").setParameter(1, article.id()).executeUpdate();
        entities.remove(article);
    }

    public void add(ArticleVersion version) {
        entities.persist(version);
    }

    public void remove(ArticleVersion version) {
        entities.remove(version);
    }

    public void flush() {
        entities.flush();
    }

    public boolean none() {
        return entities.createQuery("select a.id from Article a", Long.class).setMaxResults(1).getResultList().isEmpty();
    }

    /** @throws NotFoundException {@code knowledge.unknown-version} when the article has no such version */
    public ArticleVersion version(long articleId, int number) {
        return entities.createQuery("select v from ArticleVersion v where v.articleId = :article and v.number = :number", ArticleVersion.class).setParameter(ARTICLE, articleId).setParameter("number", number).getResultStream().findFirst()
                .orElseThrow(() -> new NotFoundException("knowledge.unknown-version"));
    }

    public Optional<ArticleVersion> open(Article article) {
        return article.openId().map(id -> entities.find(ArticleVersion.class, id));
    }

    /** Published last; it may be archived. */
    public Optional<ArticleVersion> current(Article article) {
        return article.currentId().map(id -> entities.find(ArticleVersion.class, id));
    }

    /** Newest first, so many at the most. */
    public List<ArticleVersion> versions(long articleId, int most) {
        return entities.createQuery("select v from ArticleVersion v where v.articleId = :article order by v.number desc", ArticleVersion.class).setParameter(ARTICLE, articleId).setMaxResults(most).getResultList();
    }

    /** Newest first, those whose versions, the open one and the one published last, are for these readers. @param state that one of its versions is in, open or published last; null for all @param before id of the last one shown, null for the first page */
    public Page<Line> list(Collection<Audience> audiences, ArticleVersion.State state, Long before, int size) {
        var query = entities.createQuery("select new il.moked.knowledge.Articles$Line(a.id, a.version, coalesce(o.kind, c.kind), coalesce(o.audience, c.audience), coalesce(o.hebrewTitle, c.hebrewTitle), coalesce(o.englishTitle, c.englishTitle), o.state, c.state, a.changedBy, a.changedAt)"
                + " from Article a left join ArticleVersion o on o.id = a.openId left join ArticleVersion c on c.id = a.currentId where a.id < :before and (o.id is null or o.audience in :audiences) and (c.id is null or c.audience in :audiences)" + (state == null ? "" : " and (o.state = :state or c.state = :state)") + " order by a.id desc", Line.class)
                .setParameter("before", before == null ? Long.MAX_VALUE : before).setParameter("audiences", audiences).setMaxResults(size + 1);
        if (state != null) {
            query.setParameter("state", state);
        }
        return Page.of(query.getResultList(), size);
    }

    /** Those that are published, for these readers, as they were published, newest first. @param sku of the product they are about, null for all @param before id of the version shown last, null for the first page */
    public Page<ArticleVersion> published(Collection<Audience> audiences, ArticleSheet.Kind kind, String sku, Long before, int size) {
        var query = entities.createQuery("select v from ArticleVersion v where v.state = :published and v.audience in :audiences and v.id < :before" + (kind == null ? "" : " and v.kind = :kind") + (sku == null ? "" : " and v.sku = :sku") + " order by v.id desc", ArticleVersion.class)
                .setParameter("published", ArticleVersion.State.PUBLISHED).setParameter("audiences", audiences).setParameter("before", before == null ? Long.MAX_VALUE : before).setMaxResults(size + 1);
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        if (sku != null) {
            query.setParameter("sku", sku);
        }
        return Page.of(query.getResultList(), size);
    }

    /** Those about any of these products, newest first, manuals before the rest. */
    public List<ArticleVersion> publishedAbout(Collection<String> skus, Collection<Audience> audiences, int most) {
        return skus.isEmpty() ? List.of() : entities.createQuery("select v from ArticleVersion v where v.state = :published and v.audience in :audiences and v.sku in :skus order by case when v.kind = :manual then 0 else 1 end, v.id desc", ArticleVersion.class)
                .setParameter("published", ArticleVersion.State.PUBLISHED).setParameter("audiences", audiences).setParameter("skus", skus).setParameter("manual", ArticleSheet.Kind.MANUAL).setMaxResults(most).getResultList();
    }

    /** @throws NotFoundException {@code knowledge.unknown} also when it is not published, or not for these readers */
    public ArticleVersion published(long articleId, Collection<Audience> audiences) {
        return current(get(articleId)).filter(version -> version.state() == ArticleVersion.State.PUBLISHED && audiences.contains(version.audience())).orElseThrow(() -> new NotFoundException("knowledge.unknown"));
    }

    /** What is searched of the article from now on. */
    public void searched(long articleId, List<ArticlePassage> passages) {
        entities.createQuery("select p from ArticlePassage p where p.articleId = :article", ArticlePassage.class).setParameter(ARTICLE, articleId).getResultList().forEach(entities::remove);
        passages.forEach(entities::persist);
    }

    /** Passages that are still searched, and for these readers. By id. */
    public Map<Long, ArticlePassage> passages(Collection<Long> ids, Collection<Audience> audiences) {
        Map<Long, ArticlePassage> passages = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select p from ArticlePassage p where p.id in :ids and p.audience in :audiences", ArticlePassage.class).setParameter("ids", ids).setParameter("audiences", audiences).getResultList()
                    .forEach(passage -> passages.put(passage.id(), passage));
        }
        return passages;
    }

    /** The vote of a reader; his earlier one is taken back. Votes upon one article come one after the other. @param helpful null takes it back only */
    public void vote(ArticleVersion version, long userId, Boolean helpful, Instant now) {
        entities.createNativeQuery("select article_id from article_count where article_id = ?1 for update").setParameter(1, version.articleId()).getResultList();
        Optional<Boolean> before = vote(version.articleId(), userId);
        entities.createNativeQuery("delete from article_vote where article_id = ?1 and user_id = ?2").setParameter(1, version.articleId()).setParameter(2, userId).executeUpdate();
        if (helpful != null) {
            entities.createNativeQuery("insert into article_vote (article_id, user_id, version_id, helpful, voted_at) values (?1, ?2, ?3, ?4, ?5)").setParameter(1, version.articleId()).setParameter(2, userId).setParameter(3, version.id())
                    .setParameter(4, helpful).setParameter(5, now).executeUpdate();
        }
        count(version.articleId(), share(helpful, true) - share(before.orElse(null), true), share(helpful, false) - share(before.orElse(null), false), 0);
    }

    private static int share(Boolean vote, boolean helpful) {
        return vote != null && vote == helpful ? 1 : 0;
    }

    /** Whether the reader found it helpful; empty when he did not say. */
    public Optional<Boolean> vote(long articleId, long userId) {
        List<?> votes = entities.createNativeQuery("select helpful from article_vote where article_id = ?1 and user_id = ?2").setParameter(1, articleId).setParameter(2, userId).getResultList();
        return votes.stream().map(Boolean.class::cast).findFirst();
    }

    public void add(ArticleUse use, long articleId) {
        entities.persist(use);
        count(articleId, 0, 0, 1);
    }

    private void count(long articleId, int helpful, int unhelpful, int uses) {
        entities.createNativeQuery("update article_count set helpful = helpful + ?2, unhelpful = unhelpful + ?3, uses = uses + ?4 where article_id = ?1").setParameter(1, articleId).setParameter(2, helpful).setParameter(3, unhelpful).setParameter(4, uses).executeUpdate();
    }

    public Counts counts(long articleId) {
        List<?> rows = entities.createNativeQuery("select helpful, unhelpful, uses from article_count where article_id = ?1").setParameter(1, articleId).getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Counts(number(row[0]), number(row[1]), number(row[2]))).orElse(Counts.NONE);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
