// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.PriceList;
import il.moked.catalog.PricedLine;
import il.moked.catalog.PromotionPolicy.Discount;
import il.moked.catalog.Quote;
import il.moked.catalog.ejb.Levels;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.Quoting;
import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.api.Amount;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Prices and quotes as other systems are told them and say them. */
public final class PriceBodies {
    private static final int LONGEST_BODY = 40_000;
    private static final int LONGEST_WORD = 60;

    private PriceBodies() {
    }

    /** What was off, or would have been. */
    public record Off(String promotion, int edition, String hebrewName, String englishName, Amount off) {
        static Off of(Discount discount) {
            return new Off(discount.code(), discount.edition(), discount.hebrewName(), discount.englishName(), Amount.of(discount.off()));
        }
    }

    /** So many at one place. */
    public record Place(String location, int available) {
        static Place of(Levels.Place place) {
            return new Place(place.code(), place.available());
        }
    }

    /** @param vatBasisPoints hundredths of a percent @param validUntil of the price, absent when it has no end @param available absent for what is not kept in stock */
    public record Line(String sku, String hebrewName, String englishName, long quantity, Amount unitPrice, boolean unitPriceIncludesVat, PriceList.Kind listKind, String list, int listEdition, LocalDate validFrom, LocalDate validUntil, List<Off> discounts,
            List<Off> passedOver, int vatBasisPoints, Amount net, Amount vat, Amount gross, Integer available, List<Place> places) {
        static Line of(Pricing.Line line) {
            PricedLine price = line.price();
            return new Line(price.sku(), price.hebrewName(), price.englishName(), price.quantity(), Amount.of(price.unitPrice()), price.includesVat(), price.listKind(), price.list(), price.listEdition(), price.validFrom(), price.validUntil(),
                    price.discounts().stream().map(Off::of).toList(), price.passedOver().stream().map(Off::of).toList(), price.vatBasisPoints(), Amount.of(price.net()), Amount.of(price.vat()), Amount.of(price.gross()), line.available(),
                    line.places().stream().map(Place::of).toList());
        }
    }

    public record Prices(Instant asOf, long catalogEdition, LocalDate day, Long customerId, Segment segment, boolean shownWithVat, Pricing.Said coupon, List<Line> lines, Amount net, Amount vat, Amount gross) {
        static Prices of(Pricing.Answer answer) {
            return new Prices(answer.asOf(), answer.catalogEdition(), answer.day(), answer.customerId(), answer.segment(), answer.shownWithVat(), answer.coupon(), answer.lines().stream().map(Line::of).toList(), Amount.of(answer.net()),
                    Amount.of(answer.vat()), Amount.of(answer.gross()));
        }
    }

    public record QuotedLine(int position, String sku, String hebrewName, String englishName, long quantity, Amount unitPrice, boolean unitPriceIncludesVat, String list, int listEdition, List<Off> discounts, List<Off> passedOver, int vatBasisPoints, Amount net,
            Amount vat, Amount gross) {
        static QuotedLine of(Quoting.QuotedLine line) {
            return new QuotedLine(line.position(), line.sku(), line.hebrewName(), line.englishName(), line.quantity(), Amount.of(line.unitPrice()), line.includesVat(), line.why().list(), line.why().listEdition(),
                    line.why().discounts().stream().map(Off::of).toList(), line.why().passedOver().stream().map(Off::of).toList(), line.vatBasisPoints(), Amount.of(line.net()), Amount.of(line.vat()), Amount.of(line.gross()));
        }
    }

    /** @param channel on which it was given; absent in a branch or by another system */
    public record QuoteBody(String number, Quote.State state, Long customerId, Segment segment, Channel channel, String coupon, long catalogEdition, String madeBy, Instant madeAt, Instant validUntil, List<QuotedLine> lines, Amount net, Amount vat, Amount gross) {
        static QuoteBody of(Quoting.QuoteDetail quote) {
            return new QuoteBody(quote.number(), quote.state(), quote.customerId(), quote.segment(), quote.channel(), quote.coupon(), quote.catalogEdition(), quote.madeBy(), quote.madeAt(), quote.validUntil(),
                    quote.lines().stream().map(QuotedLine::of).toList(), Amount.of(quote.net()), Amount.of(quote.vat()), Amount.of(quote.gross()));
        }
    }

    /** What a quote is asked for. */
    public record NewQuote(Pricing.Basket basket, Quoting.Occasion occasion) {
        static NewQuote read(String body) {
            Fields fields = fields(body);
            List<Pricing.Item> items = fields.rows("lines").stream().map(PriceBodies::item).toList();
            Pricing.Basket basket = new Pricing.Basket(fields.findWhole("customerId", 1, Long.MAX_VALUE).orElse(null), fields.findOne("segment", Segment.class).orElse(null), fields.findText("currency", 3).orElse(null), null,
                    fields.findText("coupon", LONGEST_WORD).orElse(null), items);
            Quoting.Occasion occasion = new Quoting.Occasion(fields.findOne("channel", Channel.class).orElse(null), null, fields.findWhole("days", 1, Quoting.MOST_DAYS).map(Math::toIntExact).orElse(null));
            fields.nothingElse();
            return new NewQuote(basket, occasion);
        }
    }

    static Fields fields(String body) {
        if (body.length() > LONGEST_BODY) {
            throw new BusinessException("shared.bad-request");
        }
        return Fields.of(body);
    }

    private static Pricing.Item item(Fields row) {
        Pricing.Item item = new Pricing.Item(row.text("sku", LONGEST_WORD), row.whole("quantity", 1, PricedLine.MOST));
        row.nothingElse();
        return item;
    }

    /** @param lines each {@code SKU:quantity}, or a SKU for one of it */
    static List<Pricing.Item> items(List<String> lines) {
        return lines.stream().map(line -> {
            int colon = line.indexOf(':');
            String quantity = colon < 0 ? "1" : line.substring(colon + 1);
            if (!quantity.matches("[0-9]{1,9}")) {
                throw new BusinessException("shared.field-not-whole", "line");
            }
            return new Pricing.Item(colon < 0 ? line : line.substring(0, colon), Long.parseLong(quantity));
        }).toList();
    }

    /** @param written ISO 8601 with a zone; null for now */
    static Instant moment(String written) {
        try {
            return written == null || written.isBlank() ? null : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException other) {
            throw new BusinessException("shared.field-malformed", "at");
        }
    }

    /** @param written name of a segment; null for none */
    static Segment segment(String written) {
        try {
            return written == null || written.isBlank() ? null : Segment.valueOf(written);
        } catch (IllegalArgumentException other) {
            throw new BusinessException("shared.field-unknown-value", "segment", written);
        }
    }
}
