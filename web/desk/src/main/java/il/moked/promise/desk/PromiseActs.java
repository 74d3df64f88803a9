// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.desk;

import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import il.moked.agent.ejb.Colleagues;
import il.moked.channel.Channel;
import il.moked.promise.DueChoice;
import il.moked.promise.Promise;
import il.moked.promise.PromisedTime;
import il.moked.promise.ejb.Promising;
import il.moked.promise.ejb.Promising.Keeper;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** WEB-INF/parts/promise/dialogs.xhtml: what is done with promises, on whatever page they are shown. */
@Named
@RequestScoped
public class PromiseActs {
    private static final String MINE = "me";
    private static final String TEAM = "team:";
    private static final String AGENT = "agent:";
    private static final String UNDO = "promise-undo";

    @Inject
    Promising promising;
    @Inject
    Colleagues colleagues;
    @Inject
    CurrentUser currentUser;
    @Inject
    PromiseCardView card;
    @Inject
    PromiseWords words;
    @Inject
    Times times;
    @Inject
    Screen screen;

    /** @param moved why it is not what was said, or null */
    public record Due(DueChoice choice, String text, String moved) {
    }

    /** Whether the page asks for times to choose from. */
    public boolean isDuesAsked() {
        return screen.says("dues");
    }

    /** What can be said to the customer, and until when that is on his calendar. */
    public List<Due> dues() {
        return promising.choices(screen.number("customer"), conversation()).stream().map(offered -> new Due(offered.choice(), words.moment(offered.due().at()), words.moved(offered.due()))).toList();
    }

    private Long conversation() {
        return screen.text("conversation") == null || screen.text("conversation").isEmpty() ? null : screen.number("conversation");
    }

    /** Whether the page asks who else could keep it. */
    public boolean isKeepersAsked() {
        return screen.says("keepers");
    }

    public List<Colleagues.TeamLine> teams() {
        return colleagues.teams();
    }

    public List<Agents.Colleague> others() {
        return colleagues.others();
    }

    public List<Promise.Kind> kinds() {
        return List.of(Promise.Kind.values());
    }

    public List<Promise.Proof> proofs() {
        return List.of(Promise.Proof.values());
    }

    public List<Channel> channels() {
        return List.of(Channel.values());
    }

    public void act() {
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "give" -> screen.tell(give());
            case "keep" -> keep(screen.number("id"));
            case "cancel" -> cancel(screen.number("id"));
            case "reschedule" -> screen.tell(reschedule(screen.number("id")));
            case "undo" -> undo();
            case "take" -> take();
            case "assign" -> assign();
            default -> throw new BusinessException("shared.bad-request");
        }
        card.again();
        screen.answer("done", true);
        draw();
    }

    /** Draws again what shows promises. */
    public void draw() {
        screen.redraw("promises", "promise-rows", "todo");
    }

    private String give() {
        return told("given", "given.moved", promising.give(new Promising.NewPromise(screen.number("customer"), conversation(), channel(), one(Promise.Kind.class, screen.text("kind")), screen.text("text"), until(), keeper(screen.text("keeper")))));
    }

    private String reschedule(long id) {
        return told("rescheduled", "rescheduled.moved", promising.reschedule(id, seen(), until(), screen.text("why")));
    }

    private String told(String what, String moved, Promising.Given given) {
        PromisedTime due = given.due();
        return due.moved() == null ? words.text(what, words.moment(due.at())) : words.text(moved, words.moment(due.at()), words.moved(due));
    }

    /** Null when nothing was chosen. */
    private Promising.Due until() {
        String said = screen.text("due");
        DueChoice choice = OneOf.named(DueChoice.class, said).orElse(null);
        Instant at = choice == null ? picked() : null;
        return choice != null ? new Promising.Said(choice) : at == null ? null : new Promising.At(at);
    }

    private Channel channel() {
        return conversation() != null ? null : one(Channel.class, screen.text("channel"));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String sent) {
        return OneOf.needed(type, sent);
    }

    /** As the browser writes a local moment of the organisation; null when there is none. */
    private Instant picked() {
        String sent = screen.text("at");
        if (sent == null || sent.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(sent).atZone(ZoneId.of(times.getZone())).toInstant();
        } catch (DateTimeException notOne) {
            throw new BusinessException("shared.bad-request");
        }
    }

    private Keeper keeper(String sent) {
        if (sent == null || sent.isEmpty() || sent.equals(MINE)) {
            return new Keeper(currentUser.name(), null);
        }
        if (sent.equals("team")) {
            return new Keeper(null, currentUser.get().team().map(Team::code).orElseThrow(() -> new BusinessException("promise.keeper")));
        }
        if (sent.startsWith(TEAM)) {
            return new Keeper(null, sent.substring(TEAM.length()));
        }
        if (sent.startsWith(AGENT)) {
            return new Keeper(sent.substring(AGENT.length()), null);
        }
        throw new BusinessException("promise.keeper");
    }

    private Integer seen() {
        return (int) screen.number("version");
    }

    private void keep(long id) {
        boolean inTime = promising.keep(id, seen(), one(Promise.Proof.class, screen.text("proof")), screen.text("what"));
        screen.tell(words.text(inTime ? "kept" : "kept.late"), id, UNDO);
    }

    private void cancel(long id) {
        promising.cancel(id, seen(), screen.text("why"));
        screen.tell(words.text("cancelled"), id, UNDO);
    }

    private void undo() {
        promising.undo(screen.number("id"));
        screen.tell(words.text("undone"));
    }

    private void take() {
        promising.take(screen.number("id"));
        screen.tell(words.text("taken"));
    }

    private void assign() {
        promising.assign(screen.number("id"), seen(), keeper(screen.text("keeper")));
        screen.tell(words.text("assigned"));
    }
}
