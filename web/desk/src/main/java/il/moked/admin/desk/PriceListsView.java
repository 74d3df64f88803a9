// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.catalog.PriceList;
import il.moked.catalog.ejb.PriceKeeping;
import il.moked.catalog.ejb.PriceKeeping.ListLine;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** admin/price-lists.xhtml: which price lists there are, for whom, and the rates of tax by day. */
@Named
@RequestScoped
public class PriceListsView {
    @Inject
    PriceKeeping prices;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;

    private List<ListLine> lists;
    private boolean finished;

    public List<ListLine> lists() {
        return lists = lists == null ? prices.lists() : lists;
    }

    public List<PriceKeeping.RateLine> rates() {
        return prices.rates();
    }

    public boolean isNew() {
        return !finished && "new".equals(screen.text("list-id"));
    }

    public List<String> kinds() {
        return Arrays.stream(PriceList.Kind.values()).map(Enum::name).toList();
    }

    public void create() {
        Object created = doing.told("saved", () -> {
            long id = prices.createList(entered.text("code"), entered.text("hebrewName"), entered.text("englishName"), entered.one("listKind", PriceList.Kind.class), entered.one("segment", Segment.class),
                    entered.text("customer") == null ? null : entered.id("customer"), entered.text("currency") == null ? Money.SHEKEL : entered.text("currency"), screen.says("includesVat"));
            lists = null;
            return id;
        });
        if (created != null) {
            finished = true;
            screen.answer("go", "price-lists.xhtml");
        }
    }

    public void addRate() {
        doing.told("saved", () -> {
            Integer points = entered.basisPoints("percent");
            if (points == null) {
                throw new BusinessException("shared.field-missing", "percent");
            }
            prices.addRate(entered.needDay("from"), points);
            return true;
        });
    }
}
