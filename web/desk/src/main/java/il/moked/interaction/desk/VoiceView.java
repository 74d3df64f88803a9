// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.agent.desk.PresenceView;
import il.moked.agent.ejb.Attendance;
import il.moked.interaction.Call;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.ejb.Recordings;
import il.moked.interaction.ejb.Telephoning;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The call of the open conversation, and what is done with it. The exchange does it; its answer comes by push. */
@Named
@RequestScoped
public class VoiceView {
    @Inject
    Telephoning telephoning;
    @Inject
    Recordings recorded;
    @Inject
    PresenceView presence;
    @Inject
    DeskView desk;
    @Inject
    ConversationView talk;
    @Inject
    Screen screen;

    private boolean read;
    private Telephoning.CallView call;

    /** Null when there is none, or none yet. */
    public Telephoning.CallView call() {
        if (!read && desk.getOpened() != null) {
            read = true;
            call = isSpoken() || talk.isMine() ? telephoning.callOf(desk.getOpened()).orElse(null) : null;
        }
        return call;
    }

    private boolean isSpoken() {
        return talk.head().line().channel().dialled();
    }

    /** In a written conversation only while it lasts: the customer of a mail was called. */
    public boolean isShown() {
        return desk.getOpened() != null && (isSpoken() || isLive());
    }

    public boolean isLive() {
        return call() != null && call().state() != Call.State.ENDED;
    }

    /** Whether customer and agent are connected, be it on hold. */
    public boolean isConnected() {
        return call() != null && (call().state() == Call.State.ANSWERED || call().state() == Call.State.HELD);
    }

    /** Ends class and text: {@code dialling}, {@code ringing}, {@code talking}, {@code held}, {@code ended}. */
    public String phase() {
        return phase(call() == null ? null : call().state());
    }

    static String phase(Call.State state) {
        return state == null ? "dialling" : switch (state) {
            case OFFERED, QUEUED -> "ringing";
            case ANSWERED -> "talking";
            case HELD -> "held";
            case ENDED -> "ended";
        };
    }

    /** Since when it has been what it is now; null when it is over or not there yet. */
    public Instant since() {
        return call() == null ? null : switch (call().state()) {
            case OFFERED -> call().dialledAt();
            case QUEUED -> call().queuedAt();
            case ANSWERED -> call().answeredAt();
            case HELD -> call().onHoldSince();
            case ENDED -> null;
        };
    }

    /** How long they spoke, or it rang: minutes and seconds. */
    public String length() {
        return clock(Duration.between(call().answeredAt() == null ? call().dialledAt() : call().answeredAt(), call().endedAt()));
    }

    static String clock(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public String waited() {
        return clock(call().waited());
    }

    /** Whether the exchange was asked this and has not answered. @param kind of {@link TelephonyCommand.Kind} */
    public boolean asked(String kind) {
        return call() != null && call().asked().contains(TelephonyCommand.Kind.valueOf(kind));
    }

    /** What I may hear of it. */
    public List<Recordings.Recorded> recordings() {
        return recorded.of(desk.getOpened());
    }

    /** Whether card data is being spoken, or about to be. */
    public boolean isCard() {
        return call().recording() == Call.Recording.PAUSED || call().recording() == Call.Recording.PAUSING;
    }

    /** My time to sum this call up; null when there is none. */
    public Attendance.WrapUp wrapUp() {
        Attendance.WrapUp mine = presence.mine().wrapUp();
        return mine != null && Long.valueOf(mine.interactionId()).equals(desk.getOpened()) ? mine : null;
    }

    /** Where my telephone rings; empty when that is not known. */
    public String extension() {
        return telephoning.extension().orElse("");
    }

    public void sit() {
        telephoning.sitAt(screen.text("extension"));
    }

    /** The page asks for one thing to be done with the call. */
    public void act() {
        long id = screen.number("id");
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "answer" -> telephoning.answer(id);
            case "hold" -> telephoning.hold(id);
            case "resume" -> telephoning.resume(id);
            case "hang-up" -> telephoning.hangUp(id);
            case "card" -> telephoning.pauseRecording(id);
            case "card-over" -> telephoning.resumeRecording(id);
            default -> throw new BusinessException("shared.bad-request");
        }
        read = false;
        screen.redraw("voice");
    }

    /** Calls a number: within my open conversation when the page says so, else in one of its own. */
    public void dial() {
        String number = screen.text("number");
        if (screen.says("here") && talk.isMine()) {
            telephoning.callBack(desk.getOpened(), number);
            read = false;
            screen.redraw("voice", "callback", "head", "stream");
        } else {
            desk.open(telephoning.callOut(number));
            screen.redraw("presence");
        }
        screen.answer("dialled", true);
    }
}
