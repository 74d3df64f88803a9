// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.desk;

import il.moked.admin.desk.Doing;
import il.moked.admin.desk.SheetRow;
import il.moked.offer.Offer;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.offer.OfferTerms;
import il.moked.offer.Offers;
import il.moked.offer.ejb.OfferKeeping;
import il.moked.offer.ejb.OfferKeeping.OfferDetail;
import il.moked.offer.ejb.OfferKeeping.Reach;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** admin/offers.xhtml: what may be offered, whom it concerns, and what came of it. */
@Named("offersAdminView")
@RequestScoped
public class OffersAdminView {
    private static final int DAYS_EXPORTED = 30;

    @Inject
    OfferKeeping keeping;
    @Inject
    OfferWords words;
    @Inject
    Doing doing;
    @Inject
    Screen screen;
    @Inject
    Times times;
    @Inject
    Clock clock;

    private Page<OfferDetail> page;
    private OfferDetail chosen;
    private Map<Refusal, Integer> refusals;
    private boolean finished;

    public List<OfferDetail> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    public Long next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).id();
    }

    private Page<OfferDetail> page() {
        return page = page == null ? keeping.list(screen.text("before") == null ? null : screen.number("before")) : page;
    }

    public boolean isChosen() {
        return !finished && screen.text("offer-id") != null && !screen.text("offer-id").isEmpty();
    }

    public boolean isFresh() {
        return "new".equals(screen.text("offer-id"));
    }

    /** The chosen one; of a new one only what it begins with. */
    public OfferDetail chosen() {
        if (chosen == null) {
            chosen = isFresh() ? new OfferDetail(0, 0, "", "", "", null, 5, times.day(clock.instant()), null, Offer.State.PAUSED, "{}", "", clock.instant(), Offers.Result.NONE) : keeping.get(screen.number("offer-id"));
        }
        return chosen;
    }

    public SheetRow sheet(String part) {
        SheetRow sheet = SheetRow.of(chosen().content()).part(part);
        return isFresh() ? fresh(part) : sheet;
    }

    private SheetRow fresh(String part) {
        return SheetRow.of(switch (part) {
            case "what" -> "{\"priority\":5,\"firstDay\":\"" + times.day(clock.instant()) + "\"}";
            case "limits" -> "{\"times\":" + OfferTerms.OPEN.times() + ",\"days\":" + OfferTerms.OPEN.days() + ",\"refusedDays\":" + OfferTerms.OPEN.refusedDays() + "}";
            default -> "{}";
        });
    }

    /** {@code good}, {@code info} or {@code off}. */
    public String sign(Offer.State state) {
        return switch (state) {
            case RUNNING -> "good";
            case PLANNED -> "info";
            case PAUSED, OVER -> "off";
        };
    }

    public Map<Refusal, Integer> refusals() {
        return refusals = refusals == null ? keeping.refusals(chosen().id()) : refusals;
    }

    /** The days a file is offered for at first, today included. */
    public LocalDate firstDay() {
        return lastDay().minusDays(DAYS_EXPORTED - 1L);
    }

    public LocalDate lastDay() {
        return times.day(clock.instant());
    }

    /** Whether days were asked for of which there is no file. */
    public boolean isRefused() {
        return screen.text("refused") != null;
    }

    public void save() {
        OfferDetail saved = doing.told("saved", () -> isFresh() ? keeping.create(screen.text("code"), screen.text("content")) : keeping.change(screen.number("offer-id"), (int) screen.number("version"), screen.text("content")));
        if (saved != null) {
            finished = true;
            page = null;
            screen.answer("go", "offers.xhtml");
        }
    }

    /** Paused or let run. */
    public void turn() {
        page = null;
        doing.tried(() -> chosen = keeping.pause(screen.number("id"), screen.says("pause")));
    }

    /** For the script that writes the number beside the form. What is half written is not complained about while it is written. */
    public void reach() {
        try {
            Reach reach = keeping.reach(screen.text("content"));
            screen.answer("reach", (reach.margin() == 0 ? words.number(reach.customers()) : "≈ " + words.number(reach.customers()) + " ± " + words.number(reach.margin())));
            screen.answer("all", words.number(reach.all()));
        } catch (BusinessException unfinished) {
            screen.answer("unfinished", true);
        }
    }
}
