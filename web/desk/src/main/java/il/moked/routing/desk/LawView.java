// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.WaitForecasts;
import il.moked.routing.ejb.StatutoryReading;
import il.moked.routing.ejb.StatutoryReading.Evidence;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** supervisor/law.xhtml: limits of the law that went by, and how good the forecasts were. */
@Named
@RequestScoped
public class LawView {
    private static final String BUNDLE = "il.moked.routing.desk.routing";
    private static final List<Integer> DAYS = List.of(1, 7, 30);

    @Inject
    StatutoryReading reading;
    @Inject
    WallReading wall;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;
    @Inject
    Clock clock;

    private List<Evidence> breaches;
    private List<WaitForecasts.Accuracy> forecasts;
    private Map<Long, String> queues;

    public int days() {
        return screen.text("days") == null ? 1 : DAYS.stream().filter(days -> days.toString().equals(screen.text("days"))).findFirst().orElse(1);
    }

    public List<Integer> choices() {
        return DAYS;
    }

    private Instant since() {
        return clock.instant().minus(Duration.ofDays(days()));
    }

    public List<Evidence> breaches() {
        if (breaches == null) {
            breaches = reading.breaches(since());
        }
        return breaches;
    }

    /** Whether there may be more than are shown. */
    public boolean isMore() {
        return breaches().size() == StatutoryReading.MOST;
    }

    public List<WaitForecasts.Accuracy> forecasts() {
        if (forecasts == null) {
            forecasts = reading.forecasts(since());
        }
        return forecasts;
    }

    public String queue(long id) {
        if (queues == null) {
            queues = wall.now().lines().stream().collect(Collectors.toMap(line -> line.queueId(), line -> line.name(screen.language())));
        }
        return queues.getOrDefault(id, "");
    }

    /** A subject of our own by its name, another by its code. */
    public String subject(String code) {
        try {
            return code == null ? "–" : ResourceBundle.getBundle(BUNDLE, locale.getLocale()).getString("law.subject." + code);
        } catch (MissingResourceException own) {
            return code;
        }
    }

    /** Minutes and seconds; hours when there are any. */
    public String time(Duration length) {
        Duration shown = length.abs();
        String time = shown.toHours() > 0 ? "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart()) : "%d:%02d".formatted(shown.toMinutes(), shown.toSecondsPart());
        return length.isNegative() ? "−" + time : time;
    }

    public String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
