// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.desk;

import il.moked.card.ejb.CardAccess;
import il.moked.offer.Lead;
import il.moked.offer.LeadLine;
import il.moked.offer.OfferOutcome.Answer;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.OfferOutcome.Occasion;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.offer.ejb.LeadHandling;
import il.moked.offer.ejb.OfferAnswering;
import il.moked.offer.ejb.Recommending;
import il.moked.offer.ejb.Recommending.Recommended;
import il.moked.promise.desk.PromiseWords;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** parts/offer/card.xhtml: what fits this customer now, why, and what he answers. */
@Named
@RequestScoped
public class OfferCardView {
    private static final int LEADS = 5;
    private static final int SOON_DAYS = 7;

    @Inject
    CardAccess access;
    @Inject
    Recommending recommending;
    @Inject
    OfferAnswering answering;
    @Inject
    LeadHandling leads;
    @Inject
    OfferWords words;
    @Inject
    PromiseWords promises;
    @Inject
    Times times;
    @Inject
    Screen screen;
    @Inject
    Clock clock;

    private final Map<Long, Recommended> recommended = new HashMap<>();
    private final Map<Long, List<LeadLine>> leadsOf = new HashMap<>();

    /** @param interaction the conversation in which he would be told, or null */
    public Recommended of(Long customer, Long interaction) {
        return recommended.computeIfAbsent(customer, id -> {
            access.check(id);
            return recommending.of(id, new Recommending.Asked(List.of(), interaction, null, false));
        });
    }

    public List<LeadLine> leads(Long customer) {
        return leadsOf.computeIfAbsent(customer, id -> {
            access.check(id);
            return leads.ofCustomer(id, LEADS);
        });
    }

    public Refusal[] refusals() {
        return Refusal.values();
    }

    /** What is proposed when he wants to hear of it again. */
    public LocalDate soon() {
        return times.day(clock.instant()).plusDays(SOON_DAYS);
    }

    /** The page tells what he answered. */
    public void answer() {
        long customer = customer();
        try {
            String refusal = screen.text("refusal");
            OfferAnswering.Noted noted = answering.note(customer, screen.number("offer"), new Answer(member(Kind.class, screen.text("kind")), refusal == null || refusal.isEmpty() ? null : member(Refusal.class, refusal), read("laterOn", screen.text("later"), LocalDate::parse), read("laterAt", screen.text("at"), LocalTime::parse)),
                    new Occasion(interaction(), null, false));
            screen.tell(noted.comingBack() == null ? words.text("noted." + noted.kind()) : words.text("noted.LATER", promises.moment(noted.comingBack())));
            screen.answer("done", true);
        } catch (BusinessException refused) {
            screen.refuse(refused);
        }
        again();
    }

    /** Handed to those who sell. */
    public void lead() {
        long customer = customer();
        try {
            String shekels = screen.text("worth");
            Money worth = shekels == null || shekels.isBlank() ? null : Money.read("worth", shekels, Money.SHEKEL);
            LeadLine made = leads.make(customer, new Lead.About(screen.text("subject"), screen.text("reason"), worth, screen.text("sku"), screen.text("offer") == null || screen.text("offer").isEmpty() ? null : screen.number("offer"), interaction()), null);
            screen.tell(words.text("lead.made") + " " + made.team(screen.language()));
            screen.answer("done", true);
        } catch (BusinessException refused) {
            screen.refuse(refused);
        }
        again();
    }

    private void again() {
        recommended.clear();
        leadsOf.clear();
        screen.redraw("card-offers");
    }

    private long customer() {
        long customer = screen.number("customer");
        access.check(customer);
        return customer;
    }

    private Long interaction() {
        return screen.text("interaction") == null || screen.text("interaction").isEmpty() ? null : screen.number("interaction");
    }

    private static <E extends Enum<E>> E member(Class<E> type, String name) {
        return OneOf.needed(type, name);
    }

    /** Null when nothing was written. */
    private static <T> T read(String field, String written, Function<String, T> parse) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(written);
        } catch (DateTimeParseException notOne) {
            throw new BusinessException("shared.field-malformed", field);
        }
    }
}
