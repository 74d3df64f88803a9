// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.FactRanges;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.Money;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Everything an administrator writes of an offer, and the same as JSON: {@code what} it is, {@code who} it is for, with
 * which {@code goods}, and its {@code limits}. What is wrong is refused with the place of the field.
 *
 * @param sku of the product that is sold when it is accepted, or null
 * @param worth what an acceptance brings, as a rule; orders offers of one priority
 * @param priority 1 to 9, the highest first
 * @param lastDay the last day on which it holds, or null
 * @param leadTeam who is told of it because an agent may not close it, or null
 */
public record OfferSheet(String hebrewName, String englishName, String hebrewScript, String englishScript, String sku, Money worth, int priority, LocalDate firstDay, LocalDate lastDay, Long leadTeam, OfferTerms terms) {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_SCRIPT = 1000;
    public static final int HIGHEST = 9;

    private static final int LONGEST_CODE = 40;
    private static final int MOST_CODES = 50;
    private static final long MOST_SHEKELS = 1_000_000_000L;
    private static final int AGOROT = 100;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    public OfferSheet {
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new BusinessException("offer.field-last-day", "what.lastDay");
        }
    }

    /** @throws BusinessException whose first argument is the field that is wrong */
    public static OfferSheet read(String text) {
        Fields json = Fields.of(text);
        Fields what = json.part("what");
        Fields who = json.part("who");
        Fields goods = json.part("goods");
        Fields limits = json.part("limits");
        OfferTerms terms = new OfferTerms(who.several("segments", Segment.class), who.findOne("kind", Customer.Kind.class).orElse(null), FactRanges.read(who), goods(goods, "basket"), goods(goods, "owned"), goods.flag("again"),
                limits.several("channels", Channel.class), limits.flag("initiative"), (int) limits.whole("times", 1, OfferTerms.MOST_TIMES), (int) limits.whole("days", 1, OfferTerms.MOST_DAYS), (int) limits.whole("refusedDays", 0, OfferTerms.MOST_DAYS));
        OfferSheet sheet = new OfferSheet(what.text("hebrewName", LONGEST_NAME), what.text("englishName", LONGEST_NAME), what.text("hebrewScript", LONGEST_SCRIPT), what.text("englishScript", LONGEST_SCRIPT),
                what.findText("sku", LONGEST_CODE).map(sku -> code(what, "sku", sku)).map(OfferSheet::sku).orElse(null), Money.agorot(what.whole("shekels", 0, MOST_SHEKELS) * AGOROT), (int) what.whole("priority", 1, HIGHEST),
                day(what, "firstDay").orElseThrow(() -> new BusinessException("shared.field-missing", "what.firstDay")), day(what, "lastDay").orElse(null), what.findWhole("leadTeam", 1, Long.MAX_VALUE - 1).orElse(null), terms);
        for (Fields part : Set.of(what, who, goods, limits, json)) {
            part.nothingElse();
        }
        return sheet;
    }

    private static Goods goods(Fields goods, String prefix) {
        Set<String> skus = new HashSet<>();
        codes(goods, prefix + "Skus").forEach(sku -> skus.add(sku(sku)));
        return new Goods(skus, codes(goods, prefix + "Categories"));
    }

    private static Set<String> codes(Fields goods, String name) {
        Set<String> codes = new TreeSet<>(goods.texts(name, LONGEST_CODE));
        if (codes.size() > MOST_CODES) {
            throw new BusinessException("shared.field-too-many", goods.path() + "." + name, MOST_CODES);
        }
        codes.forEach(code -> code(goods, name, code));
        return codes;
    }

    private static String code(Fields within, String name, String code) {
        if (!CODE.matcher(code).matches()) {
            throw new BusinessException("shared.field-malformed", within.path() + "." + name);
        }
        return code;
    }

    private static String sku(String written) {
        return written.toUpperCase(Locale.ROOT);
    }

    private static Optional<LocalDate> day(Fields what, String name) {
        return what.findText(name, 10).map(written -> {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeParseException notOne) {
                throw new BusinessException("shared.field-malformed", what.path() + "." + name);
            }
        });
    }

    public String write() {
        JsonObjectBuilder what = OneJson.PROVIDER.createObjectBuilder().add("hebrewName", hebrewName).add("englishName", englishName).add("hebrewScript", hebrewScript).add("englishScript", englishScript)
                .add("shekels", worth.minor() / AGOROT).add("priority", priority).add("firstDay", firstDay.toString());
        if (sku != null) {
            what.add("sku", sku);
        }
        if (lastDay != null) {
            what.add("lastDay", lastDay.toString());
        }
        if (leadTeam != null) {
            what.add("leadTeam", leadTeam);
        }
        JsonObjectBuilder who = OneJson.PROVIDER.createObjectBuilder().add("segments", names(terms.segments())).add("ranges", FactRanges.write(terms.conditions()));
        if (terms.kind() != null) {
            who.add("kind", terms.kind().name());
        }
        JsonObjectBuilder goods = OneJson.PROVIDER.createObjectBuilder().add("basketSkus", texts(terms.basket().skus())).add("basketCategories", texts(terms.basket().categories())).add("ownedSkus", texts(terms.owned().skus()))
                .add("ownedCategories", texts(terms.owned().categories())).add("again", terms.again());
        JsonObjectBuilder limits = OneJson.PROVIDER.createObjectBuilder().add("channels", names(terms.channels())).add("initiative", terms.initiative()).add("times", terms.times()).add("days", terms.days()).add("refusedDays", terms.refusedDays());
        return OneJson.PROVIDER.createObjectBuilder().add("what", what).add("who", who).add("goods", goods).add("limits", limits).build().toString();
    }

    private static JsonArrayBuilder names(Collection<? extends Enum<?>> members) {
        return texts(members.stream().map(Enum::name).toList());
    }

    private static JsonArrayBuilder texts(Collection<String> texts) {
        JsonArrayBuilder written = OneJson.PROVIDER.createArrayBuilder();
        new TreeSet<>(texts).forEach(written::add);
        return written;
    }
}
