// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.routing.ejb.Queues;
import il.moked.shared.NotFoundException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** admin/queues.xhtml: the lines and the teams that serve them. */
@Named
@RequestScoped
public class QueuesView {
    @Inject
    Queues queues;
    @Inject
    Choices choices;
    @Inject
    Screen screen;
    @Inject
    Doing doing;
    @Inject
    Words words;

    private boolean finished;

    public String team(Queues.QueueLine queue) {
        return choices.teams().stream().filter(team -> team.id() == queue.teamId()).map(team -> team.name(words.language())).findFirst().orElse("");
    }

    public boolean isQueueChosen() {
        return !finished && screen.text("queue-id") != null && !screen.text("queue-id").isEmpty();
    }

    public boolean isTeamChosen() {
        return !finished && screen.text("team-id") != null && !screen.text("team-id").isEmpty();
    }

    public boolean isNewQueue() {
        return "new".equals(screen.text("queue-id"));
    }

    public boolean isNewTeam() {
        return "new".equals(screen.text("team-id"));
    }

    public Queues.QueueLine queue() {
        return isNewQueue() ? new Queues.QueueLine(0, 0, "", "", "", 0, null) : choices.queues().stream().filter(queue -> queue.id() == screen.number("queue-id")).findFirst()
                .orElseThrow(() -> new NotFoundException("routing.unknown-queue"));
    }

    public Queues.TeamLine team() {
        return isNewTeam() ? new Queues.TeamLine(0, 0, "", "", "", 0) : choices.teams().stream().filter(team -> team.id() == screen.number("team-id")).findFirst()
                .orElseThrow(() -> new NotFoundException("access.unknown-team"));
    }

    public void saveQueue() {
        finish(doing.told("saved", () -> {
            String calendar = screen.text("calendar") == null || screen.text("calendar").isEmpty() ? null : screen.text("calendar");
            if (isNewQueue()) {
                queues.createQueue(screen.text("code"), screen.text("hebrewName"), screen.text("englishName"), screen.number("team"), calendar);
            } else {
                queues.changeQueue(screen.number("queue-id"), (int) screen.number("version"), screen.text("hebrewName"), screen.text("englishName"), screen.number("team"), calendar);
            }
            choices.again();
            return true;
        }));
    }

    public void saveTeam() {
        finish(doing.told("saved", () -> {
            if (isNewTeam()) {
                queues.createTeam(screen.text("code"), screen.text("hebrewName"), screen.text("englishName"));
            } else {
                queues.changeTeam(screen.number("team-id"), (int) screen.number("version"), screen.text("hebrewName"), screen.text("englishName"));
            }
            choices.again();
            return true;
        }));
    }

    /** Back to what the chosen queue or team was in an older version. */
    public void restore() {
        doing.told("restored", () -> {
            int number = (int) screen.number("id");
            if (isQueueChosen()) {
                queues.restoreQueue(queue().id(), queue().version(), number);
            } else {
                queues.restoreTeam(team().id(), team().version(), number);
            }
            choices.again();
            return true;
        });
    }

    private void finish(Boolean done) {
        if (done != null) {
            finished = true;
            screen.answer("go", "queues.xhtml");
        }
    }
}
