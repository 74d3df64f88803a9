// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.portal;

import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.ReadArticle;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Public articles as a page shows them. */
@Named
@RequestScoped
public class HelpView {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Time zone in which customers read dates. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private String asked = "";
    private List<FoundArticle> found = List.of();
    private ReadArticle article;

    void found(String question, List<FoundArticle> articles) {
        asked = question;
        found = articles;
    }

    void read(ReadArticle one) {
        article = one;
    }

    public String getAsked() {
        return asked;
    }

    public List<FoundArticle> getFound() {
        return found;
    }

    /** Null when there is none that anybody may read. */
    public ReadArticle getArticle() {
        return article;
    }

    public String getUpdated() {
        return DATE.format(article.publishedAt().atZone(zone));
    }
}
