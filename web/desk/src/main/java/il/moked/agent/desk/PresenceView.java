// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.desk;

import il.moked.agent.AwayReason;
import il.moked.agent.Presence;
import il.moked.agent.ejb.Attendance;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Whether I can be offered work, and how much of me is taken. */
@Named
@RequestScoped
public class PresenceView {
    /** Reasons a person gives; the others are Moked's own. */
    private static final List<AwayReason> REASONS = List.of(AwayReason.BREAK, AwayReason.MEAL, AwayReason.MEETING, AwayReason.COACHING, AwayReason.TRAINING, AwayReason.CALLS_OUT,
            AwayReason.ADMINISTRATION, AwayReason.TECHNICAL);

    @Inject
    Attendance attendance;
    @Inject
    Screen screen;

    private Attendance.Mine mine;

    public Attendance.Mine mine() {
        if (mine == null) {
            mine = attendance.mine();
        }
        return mine;
    }

    /** Ends the class and the text: {@code available}, {@code wrap-up}, {@code away}, {@code offline}. */
    public String kind() {
        return kind(mine().presence());
    }

    /** The same of anybody; who never came to work is {@code offline}. */
    public static String kind(Presence presence) {
        return (presence == null ? Presence.OFFLINE : presence).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** More time to sum up the call. */
    public void extend() {
        attendance.extendWrapUp();
        mine = null;
    }

    /** Something was done by which it may be another. */
    public void again() {
        mine = null;
    }

    public int percent() {
        return mine().capacity() == 0 ? 0 : Math.min(100, 100 * mine().usedCapacity() / mine().capacity());
    }

    public List<AwayReason> reasons() {
        return REASONS;
    }

    /** The page asks for {@code AVAILABLE}, {@code OFFLINE} or a reason to be away. */
    public void change() {
        String wanted = screen.text("to");
        if (Presence.AVAILABLE.name().equals(wanted)) {
            attendance.available();
        } else if (Presence.OFFLINE.name().equals(wanted)) {
            attendance.offline();
        } else {
            attendance.away(REASONS.stream().filter(reason -> reason.name().equals(wanted)).findFirst().orElseThrow(() -> new BusinessException("shared.bad-request")));
        }
        mine = null;
    }
}
