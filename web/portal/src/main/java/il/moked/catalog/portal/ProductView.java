// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.portal;

import il.moked.catalog.ejb.Shopping.Detail;
import il.moked.catalog.ejb.Shopping.Offered;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A product as its page shows it. */
@Named
@RequestScoped
public class ProductView {
    @Inject
    ShopTexts texts;
    @Inject
    ActiveLocale activeLocale;

    private Detail detail;
    private List<FoundArticle> articles = List.of();

    void shows(Detail product, List<FoundArticle> helping) {
        detail = product;
        articles = helping;
    }

    public Offered getOffered() {
        return detail.offered();
    }

    public String getName() {
        return detail.offered().name(activeLocale.getLang());
    }

    public String getText() {
        return detail.text(activeLocale.getLang());
    }

    /** Where its shelf is. */
    public String getShelf() {
        return detail.shelf().code();
    }

    public String getShelfName() {
        return detail.shelf().name(activeLocale.getLang());
    }

    public String getManual() {
        return detail.manualLink();
    }

    public String getWarranty() {
        return detail.warrantyMonths() == 0 ? "" : texts.text("warranty.months", detail.warrantyMonths());
    }

    public String getAsOf() {
        return texts.asOf(detail.asOf());
    }

    public List<FoundArticle> getArticles() {
        return articles;
    }
}
