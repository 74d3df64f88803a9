// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.Administered;
import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Products;
import il.moked.customer.Census;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Customers;
import il.moked.customer.IdSample;
import il.moked.customer.KnownFacts;
import il.moked.offer.Goods;
import il.moked.offer.Offer;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.offer.OfferPolicy;
import il.moked.offer.OfferSheet;
import il.moked.offer.OfferTerms;
import il.moked.offer.Offers;
import il.moked.offer.Offers.Result;
import il.moked.offer.Situation;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An administrator writes what may be offered, tries whom it concerns, lets it run, and sees what came of it. A new one is paused at first. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class OfferKeeping {
    public static final String SUBJECT = "offer";
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int PAGE = 30;
    private static final int REFUSALS = 1000;

    @Inject
    Offers offers;
    @Inject
    Products products;
    @Inject
    StaffUsers users;
    @Inject
    Census census;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param content as {@link OfferSheet} reads it @param result since it began */
    public record OfferDetail(long id, int version, String code, String hebrewName, String englishName, String sku, int priority, LocalDate firstDay, LocalDate lastDay, Offer.State state, String content, String changedBy, Instant changedAt, Result result) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Whom it concerns by what lasts. @param margin how far the count may be off in 95 of 100 drawings; 0 when it is exact */
    public record Reach(long customers, long margin, long all) {
    }

    /** @param before id of the last one shown, null for the first page */
    public Page<OfferDetail> list(Long before) {
        Page<Offer> page = offers.list(before, PAGE);
        Map<Long, Result> results = offers.results(page.rows().stream().map(Offer::id).toList(), LocalDate.EPOCH);
        return new Page<>(page.rows().stream().map(offer -> detail(offer, results.getOrDefault(offer.id(), Result.NONE))).toList(), page.more());
    }

    public OfferDetail get(long id) {
        Offer offer = offers.get(id);
        return detail(offer, offers.results(List.of(id), LocalDate.EPOCH).getOrDefault(id, Result.NONE));
    }

    private OfferDetail detail(Offer offer, Result result) {
        return new OfferDetail(offer.id(), offer.version(), offer.code(), offer.name("he"), offer.name("en"), offer.sku().orElse(null), offer.priority(), offer.firstDay(), offer.lastDay().orElse(null), offer.stateOn(today()), offer.terms(),
                offer.changedBy(), offer.changedAt(), result);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** The reasons of the newest refusals, the most frequent first. */
    public Map<Refusal, Integer> refusals(long id) {
        return offers.refusals(id, REFUSALS);
    }

    public OfferDetail create(String code, String content) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BusinessException("shared.code", "code");
        }
        if (offers.findByCode(code).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        Offer offer = new Offer(code, checked(content), currentUser.name(), clock.instant());
        offers.add(offer);
        offers.flush();
        events.tell(new Administered("offer.created", SUBJECT, offer.id(), code));
        return detail(offer, Result.NONE);
    }

    /** @param seen the version that was edited */
    public OfferDetail change(long id, int seen, String content) {
        Offer offer = offers.get(id);
        offer.become(checked(content), seen, currentUser.name(), clock.instant());
        offers.flush();
        events.tell(new Administered("offer.rewritten", SUBJECT, id, offer.code()));
        return get(id);
    }

    /** Seen everywhere after three seconds. */
    public OfferDetail pause(long id, boolean pause) {
        Offer offer = offers.get(id);
        if (offer.paused() != pause) {
            offer.pause(pause, currentUser.name(), clock.instant());
            offers.flush();
            events.tell(new Administered(pause ? "offer.paused" : "offer.let-run", SUBJECT, id, offer.code()));
        }
        return get(id);
    }

    private OfferSheet checked(String content) {
        OfferSheet sheet = OfferSheet.read(content);
        if (sheet.sku() != null && products.findBySku(sheet.sku()).isEmpty()) {
            throw new BusinessException("offer.field-unknown-product", "what.sku", sheet.sku());
        }
        if (sheet.leadTeam() != null && users.teams().stream().noneMatch(team -> team.id().equals(sheet.leadTeam()))) {
            throw new BusinessException("shared.field-unknown-value", "what.leadTeam", Long.toString(sheet.leadTeam()));
        }
        return sheet;
    }

    /** How many customers what is written concerns: by segment and by what is known of them. Basket, possessions, consent and limits are asked when it is told. */
    public Reach reach(String content) {
        OfferTerms terms = OfferSheet.read(content).terms();
        Instant now = clock.instant();
        int[] asked = new int[2];
        IdSample sample = census.take((line, facts) -> {
            asked[1]++;
            asked[0] += OfferPolicy.concerns(terms, situation(line, facts, now)) ? 1 : 0;
        });
        return new Reach(sample.estimate(asked[0]), sample.margin(asked[0]), sample.estimate(asked[1]));
    }

    private Situation situation(Customers.Line line, Map<CustomerFacts.Fact, Long> facts, Instant now) {
        return new Situation(new CustomerFacts(line.kind(), KnownFacts.numbers(line.createdAt(), facts, now)), line.segment(), Goods.NONE, Goods.NONE, null, false, false, false, false, List.of(), now, zone);
    }

    /** Answers from one day to another, both inclusive, page by page for a file. @param offerId null for all */
    public List<Offers.Line> outcomes(Long offerId, LocalDate from, LocalDate to, Offers.Cursor after, int most) {
        return offers.outcomes(offerId, from.atStartOfDay(zone).toInstant(), to.plusDays(1).atStartOfDay(zone).toInstant(), after, most);
    }

    /** That a file of answers was taken is written down. @param offerId null for all */
    public void exported(Long offerId, LocalDate from, LocalDate to) {
        events.tell(new OfferActed(offerId, null, null, "offer.outcomes-exported", from + " – " + to));
    }
}
