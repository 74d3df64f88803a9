// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge.desk;

import il.moked.admin.desk.Doing;
import il.moked.admin.desk.SheetRow;
import il.moked.knowledge.ArticleSheet;
import il.moked.knowledge.ArticleVersion;
import il.moked.knowledge.Articles;
import il.moked.knowledge.Audience;
import il.moked.knowledge.ejb.Publishing;
import il.moked.knowledge.ejb.Publishing.ArticleDetail;
import il.moked.knowledge.ejb.Publishing.VersionDetail;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** admin/articles.xhtml: articles are written, reviewed, published and archived. */
@Named
@RequestScoped
public class ArticlesAdminView {
    private static final String FRESH = "{\"article\":{\"kind\":\"ARTICLE\",\"audience\":\"INTERNAL\"},\"he\":{},\"en\":{}}";

    @Inject
    Publishing publishing;
    @Inject
    Doing doing;
    @Inject
    Screen screen;

    private Page<Articles.Line> page;
    private ArticleDetail chosen;
    private VersionDetail shown;
    private boolean gone;
    private boolean acted;

    // ---- the list

    /** A state, or {@code all}. */
    public String tab() {
        return state() == null ? "all" : state().name();
    }

    public List<String> tabs() {
        return List.of("all", "DRAFT", "IN_REVIEW", "PUBLISHED", "ARCHIVED");
    }

    private ArticleVersion.State state() {
        String asked = screen.text("state");
        return OneOf.named(ArticleVersion.State.class, asked).orElse(null);
    }

    public List<Articles.Line> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public Long next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).id();
    }

    private Page<Articles.Line> page() {
        return page = page == null ? publishing.list(state(), given("before") ? Long.valueOf(screen.number("before")) : null) : page;
    }

    /** {@code info}, {@code warn}, {@code good} or {@code off}. */
    public String sign(ArticleVersion.State state) {
        return switch (state) {
            case DRAFT -> "info";
            case IN_REVIEW -> "warn";
            case PUBLISHED -> "good";
            case REPLACED, ARCHIVED -> "off";
        };
    }

    // ---- one of them

    public boolean isChosen() {
        return !gone && given("article-id");
    }

    public boolean isFresh() {
        return chosen == null && "new".equals(screen.text("article-id"));
    }

    public ArticleDetail chosen() {
        return chosen = chosen == null ? publishing.get(screen.number("article-id")) : chosen;
    }

    /** The version that is looked at: the one that was asked for, else the open one, else the published one. */
    public VersionDetail shown() {
        if (shown == null) {
            shown = isEarlier() ? publishing.version(chosen().id(), (int) screen.number("number")) : chosen().shown();
        }
        return shown;
    }

    /** Whether a certain version was asked for; what was done to the article shows how it stands now. */
    private boolean isEarlier() {
        return !acted && given("number");
    }

    /** Whether the form is shown: of a new one, of a draft, or of the next version of what is published. */
    public boolean isWriting() {
        return isFresh() || !isEarlier() && (chosen().open() == null ? screen.says("edit") : chosen().open().state() == ArticleVersion.State.DRAFT);
    }

    public SheetRow sheet(String part) {
        return SheetRow.of(isFresh() ? FRESH : shown().content()).part(part);
    }

    /** The questions of a language, each on a line. */
    public String questions(String language) {
        ArticleSheet.Wording wording = wording(language);
        return wording == null ? "" : String.join("\n", wording.questions());
    }

    /** Null where it is not written in that language. */
    public ArticleSheet.Wording wording(String language) {
        return isFresh() ? null : "he".equals(language) ? shown().sheet().hebrew() : shown().sheet().english();
    }

    /** Empty where it is not written in that language. */
    public String safeHtml(String language) {
        return wording(language) == null ? "" : shown().safeHtml(language);
    }

    public ArticleSheet.Kind[] kinds() {
        return ArticleSheet.Kind.values();
    }

    /** Those the caller may read himself. */
    public List<Audience> audiences() {
        return List.copyOf(Audience.of(FacesContext.getCurrentInstance().getExternalContext()::isUserInRole));
    }

    // ---- what is done

    public void save() {
        ArticleDetail saved = doing.told("saved", this::write);
        if (saved != null) {
            stay(saved);
        }
    }

    /** What is on the screen is kept first. */
    public void submit() {
        ArticleDetail submitted = doing.tried(() -> {
            ArticleDetail saved = write();
            return publishing.submit(saved.id(), saved.version());
        });
        if (submitted != null) {
            stay(submitted);
        }
    }

    private ArticleDetail write() {
        return isFresh() ? publishing.create(screen.text("content")) : publishing.write(id(), seen(), screen.text("content"));
    }

    private void stay(ArticleDetail article) {
        chosen = article;
        acted = true;
        screen.answer("go", "articles.xhtml?article-id=" + article.id());
    }

    public void act() {
        String what = screen.text("what");
        ArticleDetail[] became = new ArticleDetail[1];
        Boolean done = doing.tried(() -> {
            became[0] = acted(what == null ? "" : what);
            return true;
        });
        if (done != null && became[0] == null) {
            gone = true;
            screen.answer("go", "articles.xhtml");
        } else if (done != null) {
            stay(became[0]);
        }
    }

    private ArticleDetail acted(String what) {
        return switch (what) {
            case "approve" -> publishing.approve(id(), seen());
            case "send-back" -> publishing.sendBack(id(), seen(), screen.text("why"));
            case "archive" -> publishing.archive(id(), seen());
            case "restore" -> publishing.restore(id(), seen(), (int) screen.number("earlier"));
            case "discard" -> publishing.discard(id(), seen());
            default -> throw new BusinessException("shared.bad-request");
        };
    }

    private long id() {
        return screen.number("article-id");
    }

    private int seen() {
        return (int) screen.number("version");
    }

    private boolean given(String name) {
        return screen.text(name) != null && !screen.text(name).isEmpty();
    }
}
