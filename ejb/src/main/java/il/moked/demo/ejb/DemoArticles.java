// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.knowledge.Article;
import il.moked.knowledge.ArticleSheet;
import il.moked.knowledge.ArticleVersion;
import il.moked.knowledge.ArticleVersion.State;
import il.moked.knowledge.Articles;
import il.moked.knowledge.ejb.ArticleCutting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Seeds the demo's articles and manuals once: most are published, one waits for approval, one is being written. */
@Singleton
@Startup
@DependsOn("DemoOrganisation")
@PermitAll
public class DemoArticles {
    private static final String WRITER = "michal";
    private static final String REVIEWER = "admin";

    @Inject
    DemoProfile profile;
    @Inject
    Articles articles;
    @Inject
    Clock clock;

    @PostConstruct
    void seed() {
        if (profile.active() && articles.none()) {
            try (JsonReader reader = Json.createReader(new InputStreamReader(DemoArticles.class.getResourceAsStream("articles.json"), StandardCharsets.UTF_8))) {
                reader.readObject().getJsonArray("articles").getValuesAs(JsonObject.class).forEach(this::article);
            }
        }
    }

    private void article(JsonObject row) {
        Instant written = clock.instant().minus(Duration.ofDays(row.getInt("daysAgo")));
        State state = State.valueOf(row.getString("state"));
        Article article = new Article(WRITER, written);
        articles.add(article);
        ArticleVersion draft = article.draft(ArticleSheet.read(row.getJsonObject("sheet").toString()), WRITER, written);
        articles.add(draft);
        article.begun(draft);
        if (state != State.DRAFT) {
            article.submit(draft, WRITER, written);
        }
        if (state == State.PUBLISHED) {
            article.publish(draft, null, REVIEWER, written.plus(Duration.ofHours(3)));
            articles.searched(article.id(), ArticleCutting.passages(draft));
        }
    }
}
