// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays;
import il.moked.channel.ejb.ContactWays.Way;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.interaction.portal.FormDoor;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** The lab: who is played, on which channel, and his mail. */
@Named
@RequestScoped
public class LabView {
    private static final String BUNDLE = "il.moked.lab.portal.lab";
    private static final List<String> TABS = List.of("mail", "form", "chat", "call", "texts", "paper");

    @Inject
    ContactWays ways;
    @Inject
    FormDoor door;
    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private List<DemoCustomer> customers = List.of();
    private DemoCustomer played;
    private String tab = "mail";
    private List<Letter> letters = List.of();
    private Letter answered;
    private boolean silent;
    private String notice;

    /** A customer of the list. */
    public record Choice(String email, String name, boolean chosen) {
        public String getEmail() {
            return email;
        }

        public String getName() {
            return name;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    /** One of the ways. */
    public record Tab(String id, String text, String href, boolean present) {
        public String getId() {
            return id;
        }

        public String getIcon() {
            return switch (id) {
                case "call" -> "phone";
                case "texts" -> "sms";
                case "paper" -> "fax";
                default -> id;
            };
        }

        public String getText() {
            return text;
        }

        public String getHref() {
            return href;
        }

        public boolean isPresent() {
            return present;
        }
    }

    void plays(List<DemoCustomer> all, DemoCustomer chosen, String channel) {
        customers = all;
        played = chosen;
        tab = channel != null && TABS.contains(channel) ? channel : TABS.get(0);
    }

    void has(List<Letter> mail, String answeredId) {
        letters = mail;
        answered = answeredId == null ? null : mail.stream().filter(letter -> answeredId.equals(letter.messageId())).findFirst().orElse(null);
    }

    void mailIsSilent() {
        silent = true;
    }

    void says(String key) {
        notice = texts.text(BUNDLE, key, activeLocale.getLocale());
    }

    public boolean isDeserted() {
        return played == null;
    }

    public DemoCustomer getPlayed() {
        return played;
    }

    public String getTab() {
        return tab;
    }

    public String getNotice() {
        return notice;
    }

    public boolean isSilent() {
        return silent;
    }

    public List<Letter> getLetters() {
        return letters;
    }

    public Letter getAnswered() {
        return answered;
    }

    public String getSubject() {
        if (answered == null) {
            return "";
        }
        return answered.subject().regionMatches(true, 0, "re:", 0, 3) ? answered.subject() : "Re: " + answered.subject();
    }

    public List<Choice> getChoices() {
        return customers.stream().map(customer -> new Choice(customer.email(), customer.name(), customer.equals(played))).toList();
    }

    /** The addresses to write to; the one that speaks the demo's first language first. */
    public List<Way> getServiceFirst() {
        return ways.of(Channel.EMAIL).stream().sorted(Comparator.comparing(way -> !"service".equals(way.code()))).toList();
    }

    public List<Tab> getTabs() {
        return TABS.stream().map(id -> new Tab(id, texts.text(BUNDLE, "tab." + id, activeLocale.getLocale()), "?as=" + encoded(played.email()) + "&tab=" + id, id.equals(tab))).toList();
    }

    public String getPlayedQuery() {
        return encoded(played.email());
    }

    /** The form's own page, filled in for the customer. */
    public String getFormQuery() {
        return "?name=" + encoded(played.name()) + "&email=" + encoded(played.email()) + (played.phone() == null ? "" : "&phone=" + encoded(played.phone()));
    }

    public String getToken() {
        return door.issue();
    }

    public String replyQuery(Letter letter) {
        return "?as=" + encoded(played.email()) + "&tab=mail&answer=" + encoded(letter.messageId() == null ? "" : letter.messageId()) + "#write";
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
