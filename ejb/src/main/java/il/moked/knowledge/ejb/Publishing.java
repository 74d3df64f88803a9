// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Products;
import il.moked.knowledge.Article;
import il.moked.knowledge.ArticleSheet;
import il.moked.knowledge.ArticleVersion;
import il.moked.knowledge.Articles;
import il.moked.knowledge.Articles.Counts;
import il.moked.knowledge.Audience;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Editors write articles; another editor reads what was written before it is published. Each sees what he may read. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class Publishing {
    private static final int PAGE = 30;
    private static final int MOST_VERSIONS = 50;

    @Resource
    SessionContext context;
    @Inject
    Articles articles;
    @Inject
    Products products;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** An article as an editor sees it. @param version of the article, said again with every act @param open the version that is written or reviewed, or null @param current the one published last, or null */
    public record ArticleDetail(long id, int version, VersionDetail open, VersionDetail current, List<VersionLine> versions, Counts counts, String changedBy, Instant changedAt) {
        /** What is looked at first. */
        public VersionDetail shown() {
            return open != null ? open : current;
        }
    }

    /** @param content as {@link ArticleSheet} reads it @param mine whether the caller wrote or submitted it, so that another has to approve it */
    public record VersionDetail(int number, ArticleVersion.State state, ArticleSheet sheet, String writtenBy, Instant writtenAt, String remark, boolean mine) {
        public String content() {
            return sheet.write();
        }

        /** The text in a language it is written in, made safe again. */
        public String safeHtml(String language) {
            return ArticleHtml.safe(sheet.in(language).body());
        }
    }

    public record VersionLine(int number, ArticleVersion.State state, String hebrewTitle, String englishTitle, String writtenBy, Instant writtenAt, String submittedBy, Instant submittedAt, String decidedBy, Instant decidedAt) {
        static VersionLine of(ArticleVersion version) {
            ArticleSheet sheet = version.sheet();
            return new VersionLine(version.number(), version.state(), sheet.in("he").title(), sheet.in("en").title(), version.writtenBy(), version.writtenAt(), version.submittedBy().orElse(null), version.submittedAt().orElse(null), version.decidedBy().orElse(null),
                    version.decidedAt().orElse(null));
        }

        public String title(String language) {
            return "he".equals(language) ? hebrewTitle : englishTitle;
        }
    }

    /** @param state of its open version or of the one published last; null for all @param before id of the last one shown, null for the first page */
    public Page<Articles.Line> list(ArticleVersion.State state, Long before) {
        return articles.list(audiences(), state, before, PAGE);
    }

    public ArticleDetail get(long id) {
        return detail(mine(id));
    }

    public VersionDetail version(long id, int number) {
        mine(id);
        return detail(earlier(id, number));
    }

    /** An article that is open to him now may have been written for others before. */
    private ArticleVersion earlier(long id, int number) {
        return Optional.of(articles.version(id, number)).filter(this::readable).orElseThrow(() -> new NotFoundException("knowledge.unknown-version"));
    }

    private boolean readable(ArticleVersion version) {
        return audiences().contains(version.audience());
    }

    /** A first draft. */
    public ArticleDetail create(String content) {
        ArticleSheet sheet = checked(content);
        Article article = new Article(by(), now());
        articles.add(article);
        begin(article, sheet);
        return done(article, "knowledge.created", number(article));
    }

    private void begin(Article article, ArticleSheet sheet) {
        ArticleVersion draft = article.draft(sheet, by(), now());
        articles.add(draft);
        article.begun(draft);
    }

    /** Writes the draft; of an article without one it begins the next version. @param seen version of the article that was looked at */
    public ArticleDetail write(long id, int seen, String content) {
        Article article = changing(id, seen);
        ArticleSheet sheet = checked(content);
        ArticleVersion open = articles.open(article).orElse(null);
        if (open == null) {
            begin(article, sheet);
        } else {
            article.write(open, sheet, by(), now());
        }
        return done(article, "knowledge.written", number(article));
    }

    /** An earlier version is the draft of the next one. */
    public ArticleDetail restore(long id, int seen, int number) {
        Article article = changing(id, seen);
        begin(article, earlier(id, number).sheet());
        return done(article, "knowledge.restored", number);
    }

    public ArticleDetail submit(long id, int seen) {
        Article article = changing(id, seen);
        article.submit(open(article), by(), now());
        return done(article, "knowledge.submitted", number(article));
    }

    /** @param why shown to whoever wrote it */
    public ArticleDetail sendBack(long id, int seen, String why) {
        if (why == null || why.isBlank()) {
            throw new BusinessException("shared.field-missing", "why");
        }
        if (why.strip().length() > ArticleVersion.LONGEST_REMARK) {
            throw new BusinessException("shared.field-too-long", "why", ArticleVersion.LONGEST_REMARK);
        }
        Article article = changing(id, seen);
        article.sendBack(open(article), why.strip(), by(), now());
        return done(article, "knowledge.sent-back", number(article));
    }

    /** Published from now on, in place of what was. @throws BusinessException {@code knowledge.own-work} */
    public ArticleDetail approve(long id, int seen) {
        Article article = changing(id, seen);
        ArticleVersion reviewed = open(article);
        article.publish(reviewed, articles.current(article).orElse(null), by(), now());
        articles.searched(id, ArticleCutting.passages(reviewed));
        return done(article, "knowledge.published", reviewed.number());
    }

    /** Nobody finds or reads it any more. */
    public ArticleDetail archive(long id, int seen) {
        Article article = changing(id, seen);
        ArticleVersion published = articles.current(article).orElseThrow(() -> new BusinessException("knowledge.not-published"));
        article.archive(published, by(), now());
        articles.searched(id, List.of());
        return done(article, "knowledge.archived", published.number());
    }

    /** The open version is thrown away; an article that has no other is gone. @return null when it is gone */
    public ArticleDetail discard(long id, int seen) {
        Article article = changing(id, seen);
        ArticleVersion open = open(article);
        article.discarded(by(), now());
        articles.remove(open);
        if (article.currentId().isPresent()) {
            return done(article, "knowledge.discarded", open.number());
        }
        articles.remove(article);
        events.tell(new ArticleActed(id, "knowledge.discarded", Integer.toString(open.number())));
        return null;
    }

    private ArticleVersion open(Article article) {
        return articles.open(article).orElseThrow(() -> new BusinessException("knowledge.no-draft"));
    }

    private int number(Article article) {
        return articles.open(article).map(ArticleVersion::number).orElse(0);
    }

    private Article changing(long id, int seen) {
        Article article = mine(id);
        article.expect(seen);
        return article;
    }

    /** What the caller may not read, as it is written or as it was published last, he may not know of. */
    private Article mine(long id) {
        Article article = articles.get(id);
        if (!Stream.of(articles.open(article), articles.current(article)).flatMap(Optional::stream).allMatch(this::readable)) {
            throw new NotFoundException("knowledge.unknown");
        }
        return article;
    }

    private ArticleSheet checked(String content) {
        ArticleSheet sheet = ArticleSheet.read(content).with(ArticleHtml::safe);
        if (sheet.sku() != null && products.findBySku(sheet.sku()).isEmpty()) {
            throw new BusinessException("knowledge.field-unknown-product", "article.sku", sheet.sku());
        }
        if (!audiences().contains(sheet.audience())) {
            throw new BusinessException("shared.field-unknown-value", "article.audience", sheet.audience().name());
        }
        return sheet;
    }

    private ArticleDetail done(Article article, String action, int number) {
        articles.flush();
        events.tell(new ArticleActed(article.id(), action, Integer.toString(number)));
        return detail(article);
    }

    private ArticleDetail detail(Article article) {
        List<VersionLine> versions = articles.versions(article.id(), MOST_VERSIONS).stream().filter(this::readable).map(VersionLine::of).toList();
        return new ArticleDetail(article.id(), article.version(), articles.open(article).map(this::detail).orElse(null), articles.current(article).map(this::detail).orElse(null), versions, articles.counts(article.id()), article.changedBy(), article.changedAt());
    }

    private VersionDetail detail(ArticleVersion version) {
        boolean mine = by().equals(version.writtenBy()) || version.submittedBy().filter(by()::equals).isPresent();
        return new VersionDetail(version.number(), version.state(), version.sheet(), version.writtenBy(), version.writtenAt(), version.remark().orElse(null), mine);
    }

    private Set<Audience> audiences() {
        return Audience.of(context::isCallerInRole);
    }

    private String by() {
        return currentUser.name();
    }

    private Instant now() {
        return clock.instant();
    }
}
