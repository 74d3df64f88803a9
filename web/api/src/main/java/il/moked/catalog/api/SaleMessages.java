// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.PromotionPolicy.Discount;
import il.moked.catalog.ejb.Levels;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.Quoting;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.OneOf;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The messages of the contract, {@code WEB-INF/wsdl/SaleService.wsdl}, as the binding wants them. They say nothing of their own. */
public final class SaleMessages {
    static final String NAMESPACE = "urn:moked:sale:1";

    private SaleMessages() {
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Amount", propOrder = {"minor", "currency"})
    public static class AmountValue {
        long minor;
        String currency;

        static AmountValue of(Money money) {
            AmountValue amount = new AmountValue();
            amount.minor = money.minor();
            amount.currency = money.currency();
            return amount;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Item", propOrder = {"sku", "quantity"})
    public static class Item {
        String sku;
        long quantity;

        Pricing.Item item() {
            return new Pricing.Item(sku, quantity);
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Discount", propOrder = {"promotion", "edition", "hebrewName", "englishName", "off"})
    public static class DiscountValue {
        String promotion;
        int edition;
        String hebrewName;
        String englishName;
        AmountValue off;

        static DiscountValue of(Discount discount) {
            DiscountValue value = new DiscountValue();
            value.promotion = discount.code();
            value.edition = discount.edition();
            value.hebrewName = discount.hebrewName();
            value.englishName = discount.englishName();
            value.off = AmountValue.of(discount.off());
            return value;
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Line", propOrder = {"sku", "hebrewName", "englishName", "quantity", "unitPrice", "unitPriceIncludesVat", "list", "listEdition", "discount", "vatBasisPoints", "net", "vat", "gross", "available"})
    public static class Line {
        String sku;
        String hebrewName;
        String englishName;
        long quantity;
        AmountValue unitPrice;
        boolean unitPriceIncludesVat;
        String list;
        int listEdition;
        List<DiscountValue> discount = new ArrayList<>();
        int vatBasisPoints;
        AmountValue net;
        AmountValue vat;
        AmountValue gross;
        Integer available;

        static Line of(Pricing.Line priced) {
            Line line = new Line();
            line.sku = priced.price().sku();
            line.hebrewName = priced.price().hebrewName();
            line.englishName = priced.price().englishName();
            line.quantity = priced.price().quantity();
            line.unitPrice = AmountValue.of(priced.price().unitPrice());
            line.unitPriceIncludesVat = priced.price().includesVat();
            line.list = priced.price().list();
            line.listEdition = priced.price().listEdition();
            line.discount = priced.price().discounts().stream().map(DiscountValue::of).toList();
            line.vatBasisPoints = priced.price().vatBasisPoints();
            line.net = AmountValue.of(priced.price().net());
            line.vat = AmountValue.of(priced.price().vat());
            line.gross = AmountValue.of(priced.price().gross());
            line.available = priced.available();
            return line;
        }

        static Line of(Quoting.QuotedLine quoted) {
            Line line = new Line();
            line.sku = quoted.sku();
            line.hebrewName = quoted.hebrewName();
            line.englishName = quoted.englishName();
            line.quantity = quoted.quantity();
            line.unitPrice = AmountValue.of(quoted.unitPrice());
            line.unitPriceIncludesVat = quoted.includesVat();
            line.list = quoted.why().list();
            line.listEdition = quoted.why().listEdition();
            line.discount = quoted.why().discounts().stream().map(DiscountValue::of).toList();
            line.vatBasisPoints = quoted.vatBasisPoints();
            line.net = AmountValue.of(quoted.net());
            line.vat = AmountValue.of(quoted.vat());
            line.gross = AmountValue.of(quoted.gross());
            return line;
        }
    }

    @XmlRootElement(name = "GetPrices")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"customerId", "segment", "currency", "at", "coupon", "item"})
    public static class GetPrices {
        Long customerId;
        String segment;
        String currency;
        String at;
        String coupon;
        List<Item> item = new ArrayList<>();

        Pricing.Basket basket() {
            return new Pricing.Basket(customerId, PriceBodies.segment(segment), currency, PriceBodies.moment(at), coupon, item.stream().map(Item::item).toList());
        }
    }

    @XmlRootElement(name = "GetPricesResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"asOf", "catalogEdition", "day", "customerId", "segment", "line", "net", "vat", "gross"})
    public static class GetPricesResponse {
        String asOf;
        long catalogEdition;
        String day;
        Long customerId;
        String segment;
        List<Line> line = new ArrayList<>();
        AmountValue net;
        AmountValue vat;
        AmountValue gross;

        static GetPricesResponse of(Pricing.Answer answer) {
            GetPricesResponse response = new GetPricesResponse();
            response.asOf = answer.asOf().toString();
            response.catalogEdition = answer.catalogEdition();
            response.day = answer.day().toString();
            response.customerId = answer.customerId();
            response.segment = answer.segment().name();
            response.line = answer.lines().stream().map(Line::of).toList();
            response.net = AmountValue.of(answer.net());
            response.vat = AmountValue.of(answer.vat());
            response.gross = AmountValue.of(answer.gross());
            return response;
        }
    }

    @XmlRootElement(name = "GetStock")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "sku")
    public static class GetStock {
        List<String> sku = new ArrayList<>();
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "StockLevel", propOrder = {"sku", "location", "onHand", "reserved", "available"})
    public static class StockLevel {
        String sku;
        String location;
        int onHand;
        int reserved;
        int available;

        static StockLevel of(String sku, Levels.Place place) {
            StockLevel level = new StockLevel();
            level.sku = sku;
            level.location = place.code();
            level.onHand = place.onHand();
            level.reserved = place.reserved();
            level.available = place.available();
            return level;
        }
    }

    @XmlRootElement(name = "GetStockResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "level")
    public static class GetStockResponse {
        List<StockLevel> level = new ArrayList<>();

        static GetStockResponse of(Map<String, List<Levels.Place>> places) {
            GetStockResponse response = new GetStockResponse();
            places.forEach((sku, at) -> at.forEach(place -> response.level.add(StockLevel.of(sku, place))));
            return response;
        }
    }

    @XmlRootElement(name = "OfferQuote")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"requestKey", "customerId", "segment", "currency", "coupon", "channel", "days", "item"})
    public static class OfferQuote {
        String requestKey;
        Long customerId;
        String segment;
        String currency;
        String coupon;
        String channel;
        Integer days;
        List<Item> item = new ArrayList<>();

        Pricing.Basket basket() {
            return new Pricing.Basket(customerId, PriceBodies.segment(segment), currency, null, coupon, item.stream().map(Item::item).toList());
        }

        Quoting.Occasion occasion() {
            return new Quoting.Occasion(SaleMessages.channel(channel), null, days);
        }
    }

    @XmlRootElement(name = "GetQuote")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = "number")
    public static class GetQuote {
        String number;
    }

    @XmlRootElement(name = "AcceptQuote")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"number", "channel"})
    public static class AcceptQuote {
        String number;
        String channel;
    }

    @XmlRootElement(name = "QuoteResponse")
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "", propOrder = {"number", "state", "customerId", "segment", "channel", "catalogEdition", "madeAt", "validUntil", "line", "net", "vat", "gross"})
    public static class QuoteResponse {
        String number;
        String state;
        Long customerId;
        String segment;
        String channel;
        long catalogEdition;
        String madeAt;
        String validUntil;
        List<Line> line = new ArrayList<>();
        AmountValue net;
        AmountValue vat;
        AmountValue gross;

        static QuoteResponse of(Quoting.QuoteDetail quote) {
            QuoteResponse response = new QuoteResponse();
            response.number = quote.number();
            response.state = quote.state().name();
            response.customerId = quote.customerId();
            response.segment = quote.segment().name();
            response.channel = quote.channel() == null ? null : quote.channel().name();
            response.catalogEdition = quote.catalogEdition();
            response.madeAt = moment(quote.madeAt());
            response.validUntil = moment(quote.validUntil());
            response.line = quote.lines().stream().map(Line::of).toList();
            response.net = AmountValue.of(quote.net());
            response.vat = AmountValue.of(quote.vat());
            response.gross = AmountValue.of(quote.gross());
            return response;
        }
    }

    private static String moment(Instant at) {
        return at == null ? null : at.toString();
    }

    static Channel channel(String written) {
        return written == null || written.isBlank() ? null : OneOf.named(Channel.class, written).orElseThrow(() -> new BusinessException("shared.field-unknown-value", "channel", written));
    }
}
