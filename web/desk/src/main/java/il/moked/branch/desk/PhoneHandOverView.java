// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.ejb.PhoneHandOver;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Who is before me will be called at a moment, by whoever answers the telephone: one promise, and one call that waits for its time. */
@Named
@RequestScoped
public class PhoneHandOverView {
    @Inject
    PhoneHandOver handOver;
    @Inject
    CounterWords words;
    @Inject
    Times times;
    @Inject
    Screen screen;

    private PhoneHandOver.Choice choice;

    /** A moment that can be promised. */
    public record Moment(String value, String text) {
    }

    /** Whether the page asks for moments to choose from. */
    public boolean isAsked() {
        return screen.says("phone-moments");
    }

    private PhoneHandOver.Choice choice() {
        if (choice == null) {
            choice = handOver.choices(screen.number("id"));
        }
        return choice;
    }

    public List<Moment> moments() {
        return choice().moments().stream().map(moment -> new Moment(moment.toString(), times.today(times.day(moment)) ? times.clock(moment) : times.weekday(times.day(moment)) + " " + times.moment(moment))).toList();
    }

    public String number() {
        return choice().number();
    }

    public void agree() {
        PhoneHandOver.Agreed agreed = handOver.at(screen.number("id"), screen.text("number"), moment(screen.text("at")), screen.text("about"));
        screen.tell(words.text("told.phone", times.moment(agreed.at())));
        screen.answer("done", true);
        screen.redraw("stream", "promises");
    }

    private static Instant moment(String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return Instant.parse(sent);
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }
}
