// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.desk;

import il.moked.promise.PromiseCounts.Counted;
import il.moked.promise.PromiseCounts.Standing;
import il.moked.promise.PromiseLine;
import il.moked.promise.ejb.PromiseReading;
import il.moked.shared.OneOf;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** supervisor/promises.xhtml: how well teams keep what they promise, the rows behind each number, and what is still to be kept. */
@Named
@RequestScoped
public class PromiseBoardView {
    private static final int PAGE = 50;
    private static final List<Integer> DAYS = List.of(1, 7, 30);
    private static final int USUAL_DAYS = 7;

    @Inject
    PromiseReading reading;
    @Inject
    Screen screen;

    private List<Standing> standings;
    private Page<PromiseLine> page;

    public List<Integer> choices() {
        return DAYS;
    }

    public int days() {
        return DAYS.stream().filter(days -> days.toString().equals(screen.text("days"))).findFirst().orElse(USUAL_DAYS);
    }

    /** Code of the team whose rows are shown; null for all. */
    public String team() {
        return screen.text("team") == null || screen.text("team").isEmpty() ? null : screen.text("team");
    }

    /** What the rows shown were counted as; null for what is still to be kept. */
    public Counted counted() {
        return OneOf.named(Counted.class, screen.text("counted")).orElse(null);
    }

    public List<Standing> standings() {
        if (standings == null) {
            standings = reading.standings(days());
        }
        return standings;
    }

    /** Name of the team whose rows are shown, null for all. */
    public String teamName() {
        return standings().stream().filter(standing -> standing.code().equals(team())).map(standing -> standing.team(screen.language())).findFirst().orElse(team());
    }

    public List<PromiseLine> lines() {
        return page().rows();
    }

    public boolean isMore() {
        return page().more();
    }

    /** Where the next page begins, for the page to ask with. */
    public PromiseLine.Cursor next() {
        return lines().isEmpty() ? null : lines().get(lines().size() - 1).cursor();
    }

    private Page<PromiseLine> page() {
        if (page == null) {
            boolean behind = counted() != null && team() != null;
            page = behind ? reading.behind(team(), days(), counted(), PromisesView.cursor(screen), PAGE) : reading.everybodys(team(), PromisesView.cursor(screen), PAGE);
        }
        return page;
    }
}
