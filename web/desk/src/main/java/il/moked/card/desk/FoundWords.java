// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.ejb.CustomerSearch.Found;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;

/** A customer who was found, in one line and one of context. */
@Named
@RequestScoped
public class FoundWords {
    @Inject
    ActiveLocale locale;

    /** One thing that tells him from others of his name. @param leftToRight a number or an address, which keeps its direction in any text */
    public record Detail(String text, boolean leftToRight) {
    }

    public String sign(Found found) {
        return switch (found.kind()) {
            case PERSON -> "user";
            case COMPANY -> "branch";
            case GUEST -> "question";
        };
    }

    /** His segment; of a guest that he is one. */
    public String tag(Found found) {
        return found.guest() ? ResourceBundle.getBundle("il.moked.card.desk.card", locale.getLocale()).getString("guest") : ResourceBundle.getBundle("il.moked.channel.desk.channel", locale.getLocale()).getString("segment." + found.segment());
    }

    public List<Detail> details(Found found) {
        List<Detail> details = new ArrayList<>();
        if (found.foundAs() != null) {
            details.add(new Detail(new MessageFormat(ResourceBundle.getBundle("il.moked.card.desk.card", locale.getLocale()).getString("find.found-as"), locale.getLocale()).format(new Object[] {found.foundAs()}), false));
        }
        add(details, found.maskedId(), true);
        add(details, found.companyNumber(), true);
        add(details, found.phone(), true);
        add(details, found.email(), true);
        add(details, found.city(), false);
        return details;
    }

    private static void add(List<Detail> details, String text, boolean leftToRight) {
        if (text != null) {
            details.add(new Detail(text, leftToRight));
        }
    }
}
