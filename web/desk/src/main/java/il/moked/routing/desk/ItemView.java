// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.desk;

import il.moked.routing.Floor;
import il.moked.routing.ejb.Explaining;
import il.moked.routing.ejb.WallReading;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** supervisor/item.xhtml: why is this here, why did X get it. */
@Named
@RequestScoped
public class ItemView {
    @Inject
    Explaining explaining;
    @Inject
    WallReading reading;
    @Inject
    Screen screen;
    @Inject
    ActiveLocale locale;

    private Long item;
    private Map<Long, Floor.Person> people;
    private Map<Long, String> queues;
    private List<DecisionWords.Explained> decisions;
    private List<WallReading.Wait> waits;

    public long item() {
        if (item == null) {
            item = screen.text("w") == null ? 0 : screen.number("w");
        }
        return item;
    }

    /** What would be decided at this moment; empty when it does not wait. */
    public DecisionWords.Explained now() {
        return explaining.now(item()).map(words()::of).orElse(null);
    }

    /** What was decided, the newest first. */
    public List<DecisionWords.Explained> decisions() {
        if (decisions == null) {
            DecisionWords words = words();
            decisions = explaining.decisionsOf(item()).stream().map(words::of).toList();
        }
        return decisions;
    }

    public List<WallReading.Wait> waits() {
        if (waits == null) {
            waits = reading.waits(item());
        }
        return waits;
    }

    public boolean isKnown() {
        return !waits().isEmpty() || !decisions().isEmpty();
    }

    public String agent(long id) {
        if (people == null) {
            people = reading.people().stream().collect(Collectors.toMap(Floor.Person::id, Function.identity()));
        }
        return Optional.ofNullable(people.get(id)).map(person -> person.name(screen.language())).orElse("#" + id);
    }

    public String queue(long id) {
        if (queues == null) {
            queues = reading.now().lines().stream().collect(Collectors.toMap(line -> line.queueId(), line -> line.name(screen.language())));
        }
        return queues.getOrDefault(id, "#" + id);
    }

    /** How long the wait lasted, or lasts. */
    public String length(WallReading.Wait wait) {
        Instant end = wait.servedAt() != null ? wait.servedAt() : wait.abandonedAt() != null ? wait.abandonedAt() : wait.movedAt();
        return end == null ? null : WallView.clock(Optional.of(Duration.between(wait.waitingSince(), end)));
    }

    public String time(Duration time) {
        return WallView.clock(Optional.of(time));
    }

    private DecisionWords words() {
        Map<String, String> skills = reading.skillNames(screen.language());
        return new DecisionWords(locale.getLocale(), this::agent, code -> skills.getOrDefault(code, code));
    }
}
