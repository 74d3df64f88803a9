// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.access.desk.ActiveUser;
import il.moked.card.ejb.CustomerCards;
import il.moked.card.ejb.CustomerCards.CustomerCard;
import il.moked.customer.CustomerAlert;
import il.moked.customer.CustomerFacts;
import il.moked.customer.ejb.Joining;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.desk.ConversationsView;
import il.moked.interaction.desk.DeskView;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** Everything about the customer of the open conversation. */
@Named
@RequestScoped
public class CustomerCardView {
    @Inject
    CustomerCards cards;
    @Inject
    Joining joining;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private CustomerCard card;
    private Page<InteractionLine> earlier;

    /** Null when nothing is open. */
    public CustomerCard card() {
        if (card == null && desk.getCarded() != null) {
            card = cards.of(desk.getCarded());
        }
        return card;
    }

    /** Shown before it is mine: there is nothing to change yet. */
    public boolean isOffered() {
        return desk.getPopped() != null;
    }

    public String initials() {
        return ActiveUser.initials(card().name());
    }

    /** Why he is of that segment; null of a guest. */
    public String whySegment() {
        return card().guest() ? null : new MessageFormat(texts().getString(card().rule() == null ? "segment.given" : "segment.by"), locale.getLocale()).format(new Object[] {card().rule(), Integer.toString(card().rulesVersion())});
    }

    /** What other systems know of him, as it is read. */
    public String fact(CustomerFacts.Fact fact) {
        long number = card().facts().get(fact);
        String counted = NumberFormat.getIntegerInstance(locale.getLocale()).format(number);
        return switch (fact) {
            case MARKED -> texts().getString("fact.yes");
            case YEARLY_SHEKELS, SPENT_IN_YEAR -> "₪" + counted;
            case EMPLOYEES, YEARS_KNOWN, PRODUCTS, DAYS_SINCE_PURCHASE, PURCHASES_IN_YEAR -> counted;
        };
    }

    public List<CustomerFacts.Fact> facts() {
        return card().facts().entrySet().stream().filter(known -> known.getKey() != CustomerFacts.Fact.MARKED || known.getValue() > 0).map(Map.Entry::getKey).toList();
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("il.moked.card.desk.card", locale.getLocale());
    }

    /** How sure we are, as the end of a class: {@code known}, {@code likely}, {@code guest}. */
    public String sureness() {
        return switch (card().identification()) {
            case SIGNED_IN, CONFIRMED -> "known";
            case CONTACT_POINT, AMBIGUOUS -> "likely";
            case TYPED_ID, UNKNOWN -> "guest";
        };
    }

    public String sureSign() {
        return switch (card().identification()) {
            case SIGNED_IN, CONFIRMED -> "check-double";
            case CONTACT_POINT -> "check";
            case AMBIGUOUS -> "users";
            case TYPED_ID -> "id";
            case UNKNOWN -> "question";
        };
    }

    public String kind(CustomerAlert.Severity severity) {
        return switch (severity) {
            case INFORMATION -> "info";
            case WARNING -> "warn";
            case DANGER -> "bad";
        };
    }

    /** The next page of the timeline, when the page asks for it with the cursor of its last row. */
    public List<InteractionLine> earlier() {
        if (screen.text("after-id") == null) {
            return List.of();
        }
        if (earlier == null) {
            earlier = cards.timeline(screen.number("customer"), ConversationsView.cursor(screen));
        }
        return earlier.rows();
    }

    public boolean isMoreEarlier() {
        return !earlier().isEmpty() && earlier.more();
    }

    public static InteractionLine last(List<InteractionLine> lines) {
        return lines.isEmpty() ? null : lines.get(lines.size() - 1);
    }

    /** The guest proved to be a customer we know. */
    public void join() {
        joining.join(screen.number("guest"), screen.number("customer"));
        card = null;
        screen.redraw("talks", "head", "stream", "card");
    }
}
