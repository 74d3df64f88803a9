// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How one's own pages say days, amounts and what was refused. */
@Named
@RequestScoped
public class OwnWords {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    @Inject
    Clock clock;
    /** Time zone in which customers read dates. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private String refusal;
    private String done = "";

    void refused(BusinessException why) {
        refusal = texts.refusal(why, activeLocale.getLocale());
    }

    void says(String key, Object... arguments) {
        refusal = text(key, arguments);
    }

    /** @param what the end of the key of what was just done, from the address */
    void done(String what) {
        done = what == null || !what.matches("[a-z-]{1,20}") ? "" : what;
    }

    String text(String key, Object... arguments) {
        return texts.text(SignInView.BUNDLE, key, activeLocale.getLocale(), arguments);
    }

    String language() {
        return activeLocale.getLang();
    }

    /** What was refused, in words; null when nothing was. */
    public String getRefusal() {
        return refusal;
    }

    public String getDone() {
        return done;
    }

    public String moment(Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(zone));
    }

    public String hour(Instant at) {
        return at == null ? "" : HOUR.format(at.atZone(zone));
    }

    /** With the day of the week. */
    public String weekday(Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("EEEE dd.MM.yyyy", activeLocale.getLocale()).format(at.atZone(zone));
    }

    public String day(Instant at) {
        return at == null ? "" : DAY.format(at.atZone(zone));
    }

    public String date(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    public String money(Money amount) {
        return amount == null ? "" : amount.format(activeLocale.getLang());
    }

    /** Days until then, today not counted; 0 when it is over. */
    public long daysUntil(Instant at) {
        return at == null ? 0 : Math.max(0, Duration.between(clock.instant(), at).toDays());
    }

    /** Which picture a channel has. */
    public String icon(Channel channel) {
        return switch (channel) {
            case PHONE -> "phone";
            case CHAT -> "chat";
            case EMAIL -> "mail";
            case FORM -> "form";
            case SMS -> "sms";
            case WHATSAPP -> "whatsapp";
            case MESSENGER -> "messenger";
            case INSTAGRAM -> "instagram";
            case TELEGRAM -> "telegram";
            case X -> "x";
            case APP -> "app";
            case FAX -> "fax";
            case POST -> "post";
            case BRANCH -> "branch";
        };
    }
}
