// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.api;

import il.moked.knowledge.ArticleSheet;
import il.moked.knowledge.Audience;
import il.moked.knowledge.ejb.ArticleReading;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.KnowledgeSearch;
import il.moked.knowledge.ejb.ReadArticle;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Published articles and manuals, for a site, an application or a bot of the organisation. Public and internal ones; the audience says which. */
@Path("articles")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {
    private static final int LONGEST_QUESTION = 2000;
    private static final int MOST_FOUND = 20;
    private static final Set<String> LANGUAGES = Set.of("he", "en");

    @Inject
    KnowledgeSearch search;
    @Inject
    ArticleReading reading;

    public record Rows<T>(List<T> items) {
    }

    /** @param version number of the published version @param language of title, html and text @param html safe to show @param text the same without markup */
    public record ArticleBody(long id, int version, ArticleSheet.Kind kind, Audience audience, String sku, List<String> topics, List<String> languages, String language, String title, String html, String text, Instant publishedAt) {
        static ArticleBody of(ReadArticle article) {
            return new ArticleBody(article.id(), article.number(), article.kind(), article.audience(), article.sku(), article.topics(), article.languages(), article.language(), article.title(), article.safeHtml(), article.text(), article.publishedAt());
        }
    }

    /** @param heading of the piece that answers, or the question it answers */
    public record FoundBody(long id, String language, Audience audience, String title, String heading, String excerpt) {
        static FoundBody of(FoundArticle found) {
            return new FoundBody(found.id(), found.language(), found.audience(), found.title(), found.heading(), found.excerpt());
        }
    }

    /** Published last first. A {@code Link} header with {@code rel="next"} leads to the next page when there is one. */
    @GET
    public Response list(@QueryParam("kind") String kind, @QueryParam("sku") String sku, @QueryParam("language") @DefaultValue("he") String language, @QueryParam("cursor") String cursor, @QueryParam("size") @DefaultValue("20") int size, @Context UriInfo here) {
        Page<ReadArticle> page = reading.list(kind(kind), sku, before(cursor), size, known(language));
        Response.ResponseBuilder answer = Response.ok(new Rows<>(page.rows().stream().map(ArticleBody::of).toList()));
        if (page.more()) {
            answer.link(here.getRequestUriBuilder().replaceQueryParam("cursor", page.rows().get(page.rows().size() - 1).versionId()).build(), "next");
        }
        return answer.build();
    }

    /** By a question or some words, the best first. */
    @GET
    @Path("search")
    public Rows<FoundBody> find(@QueryParam("q") String asked, @QueryParam("size") @DefaultValue("5") int size) {
        return new Rows<>(search.find(question("q", asked), atMost(size)).stream().map(FoundBody::of).toList());
    }

    @GET
    @Path("{id}")
    public ArticleBody read(@PathParam("id") long id, @QueryParam("language") @DefaultValue("he") String language) {
        return ArticleBody.of(reading.read(id, null, known(language)));
    }

    static String question(String field, String asked) {
        if (asked == null || asked.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        if (asked.length() > LONGEST_QUESTION) {
            throw new BusinessException("shared.field-too-long", field, LONGEST_QUESTION);
        }
        return asked;
    }

    static int atMost(int size) {
        return Math.max(1, Math.min(size, MOST_FOUND));
    }

    static ArticleSheet.Kind kind(String asked) {
        try {
            return asked == null ? null : ArticleSheet.Kind.valueOf(asked);
        } catch (IllegalArgumentException unknown) {
            throw new BusinessException("shared.bad-request");
        }
    }

    static String known(String language) {
        if (!LANGUAGES.contains(language)) {
            throw new BusinessException("shared.bad-request");
        }
        return language;
    }

    static Long before(String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? null : Long.valueOf(cursor);
        } catch (NumberFormatException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
