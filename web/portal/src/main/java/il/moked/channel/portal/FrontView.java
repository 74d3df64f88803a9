// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.channel.Channel;
import il.moked.routing.ejb.ContactWaits.Expected;
import il.moked.shared.OneOf;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** The ways to reach the organisation with the wait of each as it is, or that it is not known. */
@Named
@RequestScoped
public class FrontView {
    private static final String SITE = "il.moked.shared.portal.site";
    private static final long MINUTE = 60;
    /** Longer waits are told in hours. */
    private static final long IN_MINUTES = 110;
    private static final double MINUTES_AN_HOUR = 60;

    @Inject
    SiteFacts facts;
    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private List<Expected> waits;

    /** A number to dial. */
    public record Line(String name, String number, String dialled, String waiting) {
        public String getName() {
            return name;
        }

        public String getNumber() {
            return number;
        }

        /** As an address of a link. */
        public String getDialled() {
            return dialled;
        }

        public String getWaiting() {
            return waiting;
        }
    }

    private List<Expected> waits() {
        if (waits == null) {
            waits = facts.waits();
        }
        return waits;
    }

    /** Whether the inside is away: then what is sent is kept, and nothing is known of waits. */
    public boolean isAway() {
        waits();
        return facts.away();
    }

    public List<Line> getLines() {
        return waits().stream().filter(one -> one.channel() == Channel.PHONE && one.address() != null && !one.address().isBlank())
                .map(one -> new Line(one.name(activeLocale.getLang()), one.address(), one.address().replaceAll("[^0-9+*#]", "").replace("#", "%23"), live(one.time()))).toList();
    }

    /** How long one waits on a channel, in words. @param channel its name */
    public String wait(String channel) {
        Channel which = OneOf.needed(Channel.class, channel);
        Duration time = waits().stream().filter(one -> one.channel() == which && one.time() != null).map(Expected::time).min(Comparator.naturalOrder()).orElse(null);
        return which.live() ? live(time) : written(time);
    }

    /** How long an answer takes at that mailbox. @param account code */
    public String answered(String account) {
        return written(waits().stream().filter(one -> one.account().equals(account)).map(Expected::time).filter(time -> time != null).findFirst().orElse(null));
    }

    private String live(Duration time) {
        return time == null ? text("wait.live.unknown") : text("wait.live", words(time));
    }

    private String written(Duration time) {
        return time == null ? text("wait.written.unknown") : text("wait.written", words(time));
    }

    /** Where one waits least now. */
    public String getBranch() {
        return facts.branches().stream().filter(branch -> branch.open() && branch.minutes() != null).min(Comparator.comparing(Listing::minutes)).map(branch -> text("wait.branch", words(Duration.ofMinutes(branch.minutes())), branch.name(activeLocale.getLang())))
                .orElseGet(() -> text("wait.branch.unknown"));
    }

    private String words(Duration time) {
        long minutes = (time.toSeconds() + MINUTE - 1) / MINUTE;
        return minutes <= 1 ? text("wait.minute") : minutes > IN_MINUTES ? text("wait.hours", Math.round(minutes / MINUTES_AN_HOUR)) : text("wait.minutes", minutes);
    }

    private String text(String key, Object... arguments) {
        return texts.text(SITE, key, activeLocale.getLocale(), arguments);
    }
}
