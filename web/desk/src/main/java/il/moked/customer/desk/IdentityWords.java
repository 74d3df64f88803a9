// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.desk;

import il.moked.customer.ContactPoint;
import il.moked.customer.DuplicateWarning;
import il.moked.customer.ejb.Consenting.ConsentLine;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.IdentityReading.Authorised;
import il.moked.shared.desk.Times;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Who a customer is, as people read it. */
@Named
@RequestScoped
public class IdentityWords {
    @Inject
    ActiveLocale locale;
    @Inject
    Times times;
    @Inject
    IdentityReading reading;

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("il.moked.customer.desk.customer", locale.getLocale());
    }

    String text(String key) {
        return texts().getString(key);
    }

    /** Of a customer who is changed from the other's card. */
    int version(long customerId) {
        return reading.of(customerId).version();
    }

    public String sign(ContactPoint.Kind kind) {
        return switch (kind) {
            case PHONE -> "phone";
            case EMAIL -> "mail";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The name of a country in the reader's language. */
    public String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale.getLocale());
    }

    /** The days in which somebody may act; the last is open when it is not known. */
    public String days(Authorised one) {
        return one.until() == null ? say("authorised.since", times.date(one.from())) : say("authorised.days", times.date(one.from()), times.date(one.until()));
    }

    /** How, when and to whom he said it. */
    public String proof(ConsentLine said) {
        return say("consent.proof", text("manner." + said.manner()), times.date(times.day(said.saidAt())), said.recordedBy());
    }

    /** What speaks for the two being one; what has no word yet is left out. */
    public String evidence(DuplicateWarning warning) {
        return warning.evidence().stream().map(item -> "evidence." + item).filter(texts()::containsKey).map(this::text).collect(Collectors.joining(" · "));
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(text(key), locale.getLocale()).format(arguments);
    }
}
