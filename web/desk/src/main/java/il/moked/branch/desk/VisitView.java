// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.desk;

import il.moked.branch.ejb.LastVisit;
import il.moked.branch.ejb.SeveralContacts;
import il.moked.interaction.desk.DeskView;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is to be known of branches in the open conversation: the visit it is, the visit its customer comes from, and where else he is in contact now. */
@Named
@RequestScoped
public class VisitView {
    @Inject
    LastVisit visits;
    @Inject
    SeveralContacts contacts;
    @Inject
    DeskView desk;
    @Inject
    Times times;

    private boolean read;
    private LastVisit.Seen seen;
    private List<SeveralContacts.Beside> beside;

    /** Null when there is nothing to be told. */
    public LastVisit.Seen seen() {
        if (!read && desk.getOpened() != null) {
            read = true;
            seen = visits.of(desk.getOpened()).orElse(null);
        }
        return seen;
    }

    public List<SeveralContacts.Beside> beside() {
        if (beside == null) {
            beside = desk.getOpened() == null ? List.of() : contacts.beside(desk.getOpened());
        }
        return beside;
    }

    /** Since when it is as it is. */
    public Instant since() {
        return switch (seen().visit().state()) {
            case CALLED -> seen().visit().calledAt();
            case SERVING -> seen().visit().servedAt();
            case EXPECTED, WAITING -> seen().visit().arrivedAt();
            case DONE, LEFT, REDIRECTED, NO_SHOW -> seen().visit().endedAt();
        };
    }

    /** From the door until he was served, or called: minutes and seconds; null while he waits. */
    public String waited() {
        Instant until = seen().visit().servedAt() == null ? seen().visit().calledAt() : seen().visit().servedAt();
        if (until == null || seen().visit().arrivedAt() == null) {
            return null;
        }
        long seconds = Math.max(0, Duration.between(seen().visit().arrivedAt(), until).toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** The hour today, else the day. */
    public String when() {
        return times.moment(since());
    }

    public boolean isGoesOn() {
        return switch (seen().visit().state()) {
            case EXPECTED, WAITING, CALLED, SERVING -> true;
            case DONE, LEFT, REDIRECTED, NO_SHOW -> false;
        };
    }
}
