// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.access.desk.ActiveUser;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts;
import il.moked.customer.Identification;
import il.moked.shared.desk.Times;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** What is on a card as people read it. */
@Named
@RequestScoped
public class CardWords {
    @Inject
    ActiveLocale locale;
    @Inject
    Times times;

    public String initials(CustomerCard card) {
        return ActiveUser.initials(card.name());
    }

    /** Why he is of that segment; null of a guest. */
    public String whySegment(CustomerCard card) {
        return card.guest() ? null : new MessageFormat(texts().getString(card.rule() == null ? "segment.given" : "segment.by"), locale.getLocale()).format(new Object[] {card.rule(), Integer.toString(card.rulesVersion())});
    }

    /** What other systems know of him, as it is read. */
    public String fact(CustomerCard card, CustomerFacts.Fact fact) {
        long number = card.facts().get(fact);
        String counted = NumberFormat.getIntegerInstance(locale.getLocale()).format(number);
        return switch (fact) {
            case MARKED -> texts().getString("fact.yes");
            case YEARLY_SHEKELS, SPENT_IN_YEAR -> "₪" + counted;
            case RECENCY_SCORE, FREQUENCY_SCORE, MONETARY_SCORE -> counted + " · " + texts().getString("fifth." + number);
            case EMPLOYEES, YEARS_KNOWN, PRODUCTS, DAYS_SINCE_PURCHASE, PURCHASES_IN_YEAR -> counted;
        };
    }

    public List<CustomerFacts.Fact> facts(CustomerCard card) {
        return card.facts().entrySet().stream().filter(known -> known.getKey() != CustomerFacts.Fact.MARKED || known.getValue() > 0).map(Map.Entry::getKey).toList();
    }

    ResourceBundle texts() {
        return ResourceBundle.getBundle("il.moked.card.desk.card", locale.getLocale());
    }

    /** How sure we are, as the end of a class: {@code known}, {@code likely}, {@code guest}. */
    public String sureness(Identification identification) {
        return switch (identification) {
            case SIGNED_IN, CONFIRMED -> "known";
            case CONTACT_POINT, AMBIGUOUS -> "likely";
            case TYPED_ID, UNKNOWN -> "guest";
        };
    }

    public String sureSign(Identification identification) {
        return switch (identification) {
            case SIGNED_IN, CONFIRMED -> "check-double";
            case CONTACT_POINT -> "check";
            case AMBIGUOUS -> "users";
            case TYPED_ID -> "id";
            case UNKNOWN -> "question";
        };
    }

    /** The last day on which something holds. @param until exclusive */
    public String lastDay(Instant until) {
        return times.date(times.day(until.minusMillis(1)));
    }

    public String kind(CustomerAlert.Severity severity) {
        return switch (severity) {
            case INFORMATION -> "info";
            case WARNING -> "warn";
            case DANGER -> "bad";
        };
    }
}
