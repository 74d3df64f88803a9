// SPDX-License-Identifier: Apache-2.0
package il.moked.offer.desk;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Segment;
import il.moked.offer.Why;
import il.moked.shared.Money;
import il.moked.shared.desk.Times;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Reasons, amounts and counts of offers in the language of whoever reads them. */
@Named("offerWords")
@RequestScoped
public class OfferWords {
    @Inject
    ActiveLocale locale;
    @Inject
    Times times;

    private ResourceBundle texts(String area) {
        return ResourceBundle.getBundle("il.moked." + area + ".desk." + area, locale.getLocale());
    }

    public String text(String key) {
        return texts("offer").getString(key);
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(text(key), locale.getLocale()).format(arguments);
    }

    public String why(Why why) {
        return text("why." + why.code(), why.arguments().stream().map(this::shown).toArray());
    }

    /** All of them as one sentence. */
    public String whys(List<Why> whys) {
        return whys.stream().map(this::why).collect(Collectors.joining(" · "));
    }

    private Object shown(Object argument) {
        if (argument instanceof Segment segment) {
            return texts("channel").getString("segment." + segment);
        }
        if (argument instanceof Channel channel) {
            return texts("channel").getString("channel." + channel);
        }
        if (argument instanceof CustomerFacts.Fact fact) {
            return texts("card").getString("fact." + fact);
        }
        if (argument instanceof Customer.Kind kind) {
            return text("kind." + kind);
        }
        if (argument instanceof LocalDate day) {
            return times.date(day);
        }
        return argument instanceof Number number ? number(number.longValue()) : argument;
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale.getLocale()).format(number);
    }

    /** @param last null for one without end */
    public String period(LocalDate first, LocalDate last) {
        return last == null ? text("period.from", times.date(first)) : text("period", times.date(first), times.date(last));
    }

    /** Empty when nobody said. */
    public String money(Money money) {
        return money == null ? "" : money.format(locale.getLang());
    }

    /** 0 to 1 as a whole percentage; a dash when there is none. */
    public String share(Double share) {
        return share == null ? "–" : Math.round(share * 100) + "%";
    }
}
