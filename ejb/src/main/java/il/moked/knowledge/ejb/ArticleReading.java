// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.knowledge.ArticleSheet;
import il.moked.knowledge.ArticleUse;
import il.moked.knowledge.ArticleVersion;
import il.moked.knowledge.Articles;
import il.moked.knowledge.Articles.Counts;
import il.moked.knowledge.Audience;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Published articles as those who may read them do. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION})
public class ArticleReading {
    public static final int MOST_A_PAGE = 100;
    private static final int MOST_VERSIONS = 30;
    private static final Set<ArticleVersion.State> ONCE_PUBLISHED = EnumSet.of(ArticleVersion.State.PUBLISHED, ArticleVersion.State.REPLACED);

    @Resource
    SessionContext context;
    @Inject
    Articles articles;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** One that was published, now or before. */
    public record Edition(int number, boolean current, String publishedBy, Instant publishedAt) {
    }

    /** @param helpful what the caller said, null when nothing */
    public record Opinion(Counts counts, Boolean helpful) {
    }

    /** Newest first. @param sku of the product they are about, null for all @param before version id of the last one shown, null for the first page */
    public Page<ReadArticle> list(ArticleSheet.Kind kind, String sku, Long before, int size, String language) {
        Page<ArticleVersion> page = articles.published(audiences(), kind, sku, before, Math.max(1, Math.min(size, MOST_A_PAGE)));
        return new Page<>(page.rows().stream().map(version -> ReadArticle.of(version, language)).toList(), page.more());
    }

    /** @param number of a version that was published once, null for the one that is @param language the one wished for */
    public ReadArticle read(long id, Integer number, String language) {
        ArticleVersion published = published(id);
        return ReadArticle.of(number == null || number == published.number() ? published : earlier(id, number), language);
    }

    private ArticleVersion earlier(long id, int number) {
        return Optional.of(articles.version(id, number)).filter(this::readable).orElseThrow(() -> new NotFoundException("knowledge.unknown-version"));
    }

    private boolean readable(ArticleVersion version) {
        return ONCE_PUBLISHED.contains(version.state()) && audiences().contains(version.audience());
    }

    private ArticleVersion published(long id) {
        return articles.published(id, audiences());
    }

    /** Newest first. */
    public List<Edition> editions(long id) {
        published(id);
        return articles.versions(id, MOST_VERSIONS).stream().filter(this::readable)
                .map(version -> new Edition(version.number(), version.state() == ArticleVersion.State.PUBLISHED, version.decidedBy().orElse(null), version.decidedAt().orElse(null))).toList();
    }

    public Opinion opinion(long id) {
        published(id);
        return new Opinion(articles.counts(id), articles.vote(id, currentUser.get().id()).orElse(null));
    }

    /** One vote a reader; saying another takes back the earlier. @param helpful null takes it back only */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR})
    public Opinion vote(long id, Boolean helpful) {
        ArticleVersion version = published(id);
        articles.vote(version, currentUser.get().id(), helpful, clock.instant());
        events.tell(new ArticleActed(id, "knowledge.voted", version.number() + " " + helpful));
        return opinion(id);
    }

    /** What is put into a conversation, and that it was. The caller has looked whether he may write there. */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public ReadArticle use(long id, long interactionId, ArticleUse.Manner manner, String language) {
        ArticleVersion version = published(id);
        articles.add(new ArticleUse(version, interactionId, manner, currentUser.name(), clock.instant()), id);
        events.tell(new ArticleActed(id, "knowledge.used", version.number() + " " + manner + " " + interactionId));
        return ReadArticle.of(version, language);
    }

    private Set<Audience> audiences() {
        return Audience.of(context::isCallerInRole);
    }
}
