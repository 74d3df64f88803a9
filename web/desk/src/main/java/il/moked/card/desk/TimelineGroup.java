// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import static il.moked.card.TimelineEntry.Kind.AGREEMENT;
import static il.moked.card.TimelineEntry.Kind.ALERT;
import static il.moked.card.TimelineEntry.Kind.APPOINTMENT;
import static il.moked.card.TimelineEntry.Kind.CALL;
import static il.moked.card.TimelineEntry.Kind.CALLBACK;
import static il.moked.card.TimelineEntry.Kind.CASE;
import static il.moked.card.TimelineEntry.Kind.CONSENT;
import static il.moked.card.TimelineEntry.Kind.CONTACT;
import static il.moked.card.TimelineEntry.Kind.INVOICE;
import static il.moked.card.TimelineEntry.Kind.JOIN;
import static il.moked.card.TimelineEntry.Kind.MESSAGE;
import static il.moked.card.TimelineEntry.Kind.ORDER;
import static il.moked.card.TimelineEntry.Kind.PAYMENT;
import static il.moked.card.TimelineEntry.Kind.PROMISE;
import static il.moked.card.TimelineEntry.Kind.PURCHASE;
import static il.moked.card.TimelineEntry.Kind.QUOTE;
import static il.moked.card.TimelineEntry.Kind.REFUND;
import static il.moked.card.TimelineEntry.Kind.RETURN;
import static il.moked.card.TimelineEntry.Kind.SEGMENT;
import static il.moked.card.TimelineEntry.Kind.SURVEY;
import static il.moked.card.TimelineEntry.Kind.VISIT;

import il.moked.card.TimelineEntry;
import java.util.Locale;
import java.util.Set;

/** What people choose among when they look for something in a history. */
public enum TimelineGroup {
    CONTACTS("inbox", CONTACT, APPOINTMENT, SURVEY), MESSAGES("chat", MESSAGE), CALLS("phone", CALL, CALLBACK), PROMISES("bell", PROMISE), CASES("alert", CASE, VISIT), SALES("file", QUOTE, ORDER, PAYMENT, INVOICE, RETURN, REFUND, PURCHASE), CARD("id", AGREEMENT, CONSENT, ALERT, JOIN, SEGMENT);

    private final String sign;
    private final Set<TimelineEntry.Kind> kinds;

    TimelineGroup(String sign, TimelineEntry.Kind... kinds) {
        this.sign = sign;
        this.kinds = Set.of(kinds);
    }

    /** Its name in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sign() {
        return sign;
    }

    Set<TimelineEntry.Kind> kinds() {
        return kinds;
    }
}
