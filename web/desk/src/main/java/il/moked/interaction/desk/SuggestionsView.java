// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.interaction.ejb.ArticleSuggesting;
import il.moked.knowledge.ArticleUse.Manner;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Articles that answer what the customer asks, or what is looked for or written in the composer. Asked for by the page, when it has something to ask. */
@Named
@RequestScoped
public class SuggestionsView {
    private static final int HINTED = 3;
    private static final int LISTED = 8;

    @Inject
    ArticleSuggesting suggesting;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;

    private List<FoundArticle> found;

    public List<FoundArticle> hinted() {
        return found("hint", HINTED);
    }

    public List<FoundArticle> listed() {
        return found("articles", LISTED);
    }

    private List<FoundArticle> found(String asked, int most) {
        if (desk.getOpened() == null || !screen.says(asked)) {
            return List.of();
        }
        return found = found == null ? suggesting.suggest(desk.getOpened(), screen.text("typed"), most) : found;
    }

    /** Into the answer that is written. */
    public void put() {
        try {
            screen.answer("text", suggesting.put(screen.number("c"), screen.number("article"), screen.says("link") ? Manner.LINK : Manner.TEXT));
        } catch (BusinessException refused) {
            screen.refuse(refused);
        }
    }
}
