// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.access.ejb.Snapshot;
import il.moked.catalog.PriceList;
import il.moked.catalog.PricedLine;
import il.moked.catalog.PromotionPolicy.Discount;
import il.moked.catalog.Quote;
import il.moked.catalog.QuoteLine;
import il.moked.catalog.Quotes;
import il.moked.channel.Channel;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Prices are promised under a number. Whoever knows the number - in a call, a chat, a branch, another system - gets the
 * same prices until the quote ends, whatever the lists say by then.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INTEGRATION, Role.SYSTEM})
public class Quoting {
    public static final int MOST_DAYS = 365;
    private static final int MOST_A_PAGE = 50;

    @Inject
    Pricing pricing;
    @Inject
    Quotes quotes;
    @Inject
    Customers customers;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** So many days a quote is valid when nothing else is said. */
    @Inject
    @ConfigProperty(name = "moked.catalog.quote-days", defaultValue = "14")
    int quoteDays;

    /**
     * Where it is given.
     *
     * @param channel null in a branch or by another system
     * @param interactionId the conversation, or null
     * @param days valid for so many, 1 to 365; null for the usual time
     */
    public record Occasion(Channel channel, Long interactionId, Integer days) {
    }

    /** What was decided about a line when it was quoted. */
    public record Why(PriceList.Kind listKind, String list, int listEdition, LocalDate validFrom, LocalDate validUntil, List<Discount> discounts, List<Discount> passedOver) {
        static Why of(PricedLine line) {
            return new Why(line.listKind(), line.list(), line.listEdition(), line.validFrom(), line.validUntil(), line.discounts(), line.passedOver());
        }
    }

    /** Amounts as they were promised; {@code net + vat = gross}. @param off what was taken off, as the unit price with or without the tax */
    public record QuotedLine(int position, long productId, String sku, String hebrewName, String englishName, long quantity, Money unitPrice, boolean includesVat, Money off, int vatBasisPoints, Money net, Money vat, Money gross, Why why) {
        static QuotedLine of(QuoteLine line) {
            return new QuotedLine(line.position(), line.productId(), line.sku(), line.hebrewName(), line.englishName(), line.quantity(), line.unitPrice(), line.includesVat(), line.off(), line.vatBasisPoints(), line.net(), line.vat(), line.gross(),
                    Snapshot.read(line.why(), Why.class));
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param number nine digits in threes @param customerId null when nobody knew who it was @param channel on which it was given, null in a branch or by another system */
    public record QuoteDetail(long id, String number, Quote.State state, Long customerId, Segment segment, Channel channel, Long interactionId, String currency, String coupon, long catalogEdition, String madeBy, Instant madeAt, Instant validUntil,
            List<QuotedLine> lines, Money net, Money vat, Money gross, int version) {
        static QuoteDetail of(Quote quote, Instant now) {
            return new QuoteDetail(quote.id(), quote.number().spoken(), quote.state(now), quote.customerId().orElse(null), quote.segment(), quote.channel().orElse(null), quote.interactionId().orElse(null), quote.currency(),
                    quote.coupon().orElse(null), quote.catalogEdition(), quote.madeBy(), quote.madeAt(), quote.validUntil(), quote.lines().stream().map(QuotedLine::of).toList(), quote.net(), quote.vat(), quote.gross(), quote.version());
        }
    }

    /** One of a customer's. */
    public record QuoteSummary(long id, String number, Quote.State state, Channel channel, Instant madeAt, Instant validUntil, Money gross) {
    }

    /**
     * At the prices of now.
     *
     * @throws BusinessException as {@link Pricing#price}; {@code catalog.quote-now} when prices of another moment are asked for
     */
    public QuoteDetail offer(Pricing.Basket basket, Occasion occasion) {
        if (basket.at() != null) {
            throw new BusinessException("catalog.quote-now", "at");
        }
        int days = occasion.days() == null ? quoteDays : occasion.days();
        if (days < 1 || days > MOST_DAYS) {
            throw new BusinessException("shared.field-range", "days", 1, MOST_DAYS);
        }
        Pricing.Answer answer = pricing.price(basket);
        Quote.Given given = new Quote.Given(answer.customerId(), answer.segment(), occasion.channel(), occasion.interactionId(), currentUser.name(), answer.asOf(), answer.asOf().plus(Duration.ofDays(days)));
        Quote quote = new Quote(quotes.nextId(), given, answer.currency(), basket.coupon(), answer.catalogEdition());
        answer.lines().forEach(line -> quote.promise(line.price(), Snapshot.of(Why.of(line.price()))));
        quotes.add(quote);
        quotes.flush();
        events.tell(acted("catalog.quote-offered", quote));
        return QuoteDetail.of(quote, answer.asOf());
    }

    private static QuoteActed acted(String action, Quote quote) {
        return new QuoteActed(action, quote.id(), quote.customerId().orElse(null), quote.interactionId().orElse(null), quote.number() + ", " + quote.gross());
    }

    /** @param number as somebody says or types it @throws NotFoundException {@code catalog.unknown-quote} */
    public QuoteDetail get(String number) {
        return QuoteDetail.of(quotes.withNumber(number), clock.instant());
    }

    /**
     * The customer takes it, on whatever channel.
     *
     * @param channel null in a branch or by another system
     * @throws BusinessException {@code catalog.quote-expired}, {@code catalog.quote-ended}
     */
    public QuoteDetail accept(String number, Channel channel) {
        Quote quote = quotes.withNumberLocked(number);
        Instant now = clock.instant();
        quote.accept(channel, currentUser.name(), now);
        quotes.flush();
        events.tell(acted("catalog.quote-accepted", quote));
        return QuoteDetail.of(quote, now);
    }

    /** It is not offered any more. @throws BusinessException as {@link #accept} */
    public QuoteDetail withdraw(String number) {
        Quote quote = quotes.withNumberLocked(number);
        Instant now = clock.instant();
        quote.withdraw(currentUser.name(), now);
        quotes.flush();
        events.tell(acted("catalog.quote-withdrawn", quote));
        return QuoteDetail.of(quote, now);
    }

    /** Of a customer, the newest first. @param before the last one shown, null for the first page */
    public Page<QuoteSummary> of(long customerId, QuoteSummary before, int size) {
        Instant now = clock.instant();
        Page<Quote> page = quotes.of(customers.get(customerId).id(), before == null ? null : before.madeAt(), before == null ? null : before.id(), Math.min(size, MOST_A_PAGE));
        return new Page<>(page.rows().stream().map(quote -> new QuoteSummary(quote.id(), quote.number().spoken(), quote.state(now), quote.channel().orElse(null), quote.madeAt(), quote.validUntil(), quote.gross())).toList(), page.more());
    }
}
