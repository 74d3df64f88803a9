// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.desk;

import il.moked.knowledge.ejb.ArticleReading;
import il.moked.knowledge.ejb.ArticleReading.Edition;
import il.moked.knowledge.ejb.ArticleReading.Opinion;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.KnowledgeSearch;
import il.moked.knowledge.ejb.ReadArticle;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** agent/knowledge.xhtml: what is looked for while it is typed, and the article that is read. */
@Named
@RequestScoped
public class KnowledgeView {
    private static final int MOST = 20;

    @Inject
    KnowledgeSearch search;
    @Inject
    ArticleReading reading;
    @Inject
    Screen screen;

    private List<FoundArticle> found;
    private ReadArticle article;
    private Opinion opinion;
    private boolean unknown;

    public String getWanted() {
        String typed = screen.text("q");
        return typed == null ? "" : typed.strip();
    }

    /** What was looked for; when nothing was, the newest. */
    public List<FoundArticle> found() {
        if (found == null) {
            found = getWanted().isEmpty() ? reading.list(null, null, null, MOST, screen.language()).rows().stream().map(FoundArticle::of).toList() : search.find(getWanted(), MOST);
        }
        return found;
    }

    /** The one that is read; null when none is chosen, or it is not there any more. */
    public ReadArticle article() {
        if (article == null && !unknown && given("article")) {
            try {
                article = reading.read(screen.number("article"), given("number") ? Integer.valueOf((int) screen.number("number")) : null, given("text") ? screen.text("text") : screen.language());
            } catch (NotFoundException gone) {
                unknown = true;
            }
        }
        return article;
    }

    public boolean isUnknown() {
        return article() == null && unknown;
    }

    private boolean given(String name) {
        return screen.text(name) != null && !screen.text(name).isEmpty();
    }

    public List<Edition> editions() {
        return reading.editions(article().id());
    }

    /** Whether an earlier version is read. */
    public boolean isEarlier() {
        return editions().stream().anyMatch(edition -> edition.number() == article().number() && !edition.current());
    }

    public Opinion opinion() {
        return opinion = opinion == null ? reading.opinion(article().id()) : opinion;
    }

    /** The page says {@code true}, {@code false}, or nothing to take it back. */
    public void vote() {
        opinion = reading.vote(screen.number("article"), given("helpful") ? Boolean.valueOf(screen.says("helpful")) : null);
        screen.redraw("opinion");
    }
}
