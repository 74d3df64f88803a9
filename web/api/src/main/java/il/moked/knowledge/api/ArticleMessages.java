// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.api;

import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.ReadArticle;
import il.moked.shared.Page;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.List;

/** The messages of the contract, {@code WEB-INF/wsdl/ArticleService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class ArticleMessages {
    static final String NAMESPACE = "urn:moked:article:1";

    private ArticleMessages() {
    }

    @XmlRootElement(name = "FindArticles")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"words", "size"})
    public static class FindArticles {
        String words;
        Integer size;
    }

    @XmlRootElement(name = "GetArticle")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"id", "language"})
    public static class GetArticle {
        Long id;
        String language;
    }

    @XmlRootElement(name = "ListArticles")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"kind", "sku", "language", "cursor", "size"})
    public static class ListArticles {
        String kind;
        String sku;
        String language;
        String cursor;
        Integer size;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Article", propOrder = {"id", "version", "kind", "audience", "sku", "topic", "writtenIn", "language", "title", "html", "text", "publishedAt"})
    public static class ArticleValue {
        long id;
        int version;
        String kind;
        String audience;
        String sku;
        List<String> topic;
        List<String> writtenIn;
        String language;
        String title;
        String html;
        String text;
        String publishedAt;

        static ArticleValue of(ReadArticle article) {
            ArticleValue value = new ArticleValue();
            value.id = article.id();
            value.version = article.number();
            value.kind = article.kind().name();
            value.audience = article.audience().name();
            value.sku = article.sku();
            value.topic = article.topics();
            value.writtenIn = article.languages();
            value.language = article.language();
            value.title = article.title();
            value.html = article.safeHtml();
            value.text = article.text();
            value.publishedAt = article.publishedAt() == null ? null : article.publishedAt().toString();
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Found", propOrder = {"id", "language", "audience", "title", "heading", "excerpt"})
    public static class Found {
        long id;
        String language;
        String audience;
        String title;
        String heading;
        String excerpt;

        static Found of(FoundArticle found) {
            Found value = new Found();
            value.id = found.id();
            value.language = found.language();
            value.audience = found.audience().name();
            value.title = found.title();
            value.heading = found.heading();
            value.excerpt = found.excerpt();
            return value;
        }
    }

    @XmlRootElement(name = "ArticleResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "article")
    public static class ArticleResponse {
        ArticleValue article;

        static ArticleResponse of(ReadArticle read) {
            ArticleResponse response = new ArticleResponse();
            response.article = ArticleValue.of(read);
            return response;
        }
    }

    @XmlRootElement(name = "ArticlesResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"article", "cursor"})
    public static class ArticlesResponse {
        List<ArticleValue> article;
        String cursor;

        static ArticlesResponse of(Page<ReadArticle> page) {
            ArticlesResponse response = new ArticlesResponse();
            response.article = page.rows().stream().map(ArticleValue::of).toList();
            response.cursor = page.more() ? Long.toString(page.rows().get(page.rows().size() - 1).versionId()) : null;
            return response;
        }
    }

    @XmlRootElement(name = "FoundResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "found")
    public static class FoundResponse {
        List<Found> found;

        static FoundResponse of(List<FoundArticle> articles) {
            FoundResponse response = new FoundResponse();
            response.found = articles.stream().map(Found::of).toList();
            return response;
        }
    }
}
