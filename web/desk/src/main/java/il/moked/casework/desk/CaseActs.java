// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.desk;

import il.moked.agent.Agents;
import il.moked.agent.ejb.Colleagues;
import il.moked.casework.CaseLine;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ServiceCase.Cause;
import il.moked.casework.ServiceCase.Kind;
import il.moked.casework.ServiceCase.Severity;
import il.moked.casework.ServiceCase.State;
import il.moked.casework.ejb.CaseDrafting;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.Keeper;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.casework.ejb.CaseMerging;
import il.moked.casework.ejb.CaseReading;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.shared.BusinessException;
import il.moked.shared.OneOf;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** WEB-INF/parts/casework/dialogs.xhtml and the buttons of a case: opened, handed on, waited for, solved, closed, merged, split. */
@Named
@RequestScoped
public class CaseActs {
    private static final String TEAM = "team:";
    private static final String AGENT = "agent:";
    private static final String UNDO_MERGE = "case-merge-undo";

    @Inject
    CaseHandling handling;
    @Inject
    CaseMerging merging;
    @Inject
    CaseDrafting drafting;
    @Inject
    CaseReading reading;
    @Inject
    ConversationReading conversations;
    @Inject
    Colleagues colleagues;
    @Inject
    CaseCardView card;
    @Inject
    CaseView view;
    @Inject
    CaseWords words;
    @Inject
    Screen screen;

    private Prefill prefill;

    /** What is known before anything is typed. */
    public record Prefill(String subject, String text, List<CaseReading.Owned> products, List<CaseLine> live) {
    }

    /** Whether the page asks what a new case begins with. */
    public boolean isFormAsked() {
        return screen.says("form");
    }

    /** Subject and text of the conversation are taken over. */
    public Prefill prefill() {
        if (prefill == null) {
            prefill = read();
        }
        return prefill;
    }

    private Prefill read() {
        long customer = screen.number("customer");
        InteractionLine line = conversation() == null ? null : conversations.head(conversation()).line();
        String subject = line == null ? "" : line.subject() == null || line.subject().isEmpty() ? line.lastLine() : line.subject();
        return new Prefill(subject, line == null || line.lastLine() == null ? "" : line.lastLine(), reading.productsOf(customer), reading.liveOf(customer));
    }

    public boolean isInConversation() {
        return conversation() != null;
    }

    private Long conversation() {
        return empty(screen.text("conversation")) ? null : screen.number("conversation");
    }

    public Kind[] kinds() {
        return Kind.values();
    }

    public Severity[] severities() {
        return Severity.values();
    }

    public Cause[] causes() {
        return Cause.values();
    }

    public boolean isKeepersAsked() {
        return screen.says("case-keepers");
    }

    public List<Colleagues.TeamLine> teams() {
        return colleagues.teams();
    }

    public List<Agents.Colleague> others() {
        return colleagues.others();
    }

    public void open() {
        long id = handling.open(new NewCase(screen.number("customer"), about(), conversation(), null));
        screen.tell(words.text("opened", reading.line(id).number()));
        card.again();
        screen.answer("done", true);
        screen.answer("opened", id);
        screen.redraw("cases");
    }

    /** The conversation in front is about a case that is open already. */
    public void speak() {
        long id = screen.number("id");
        handling.speakOf(id, screen.number("conversation"));
        screen.tell(words.text("spoken-of", reading.line(id).number()));
        card.again();
        screen.answer("done", true);
        screen.redraw("cases");
    }

    private About about() {
        return new About(one(Kind.class, screen.text("kind")), one(Severity.class, screen.text("severity")), screen.text("subject"), screen.text("description"), null, empty(screen.text("product")) ? null : screen.number("product"));
    }

    /** What is shown of cases on the page is drawn again. */
    public void draw() {
        screen.redraw("cases");
    }

    /** The case itself, after somebody did something with it. */
    public void act() {
        long id = screen.number("id");
        if (screen.text("draft") != null) {
            drafting.keep(id, screen.text("draft"));
        }
        switch (screen.text("ask") == null ? "" : screen.text("ask")) {
            case "become" -> become(id);
            case "take" -> handling.take(id, seen());
            case "assign" -> handling.assign(id, seen(), keeper());
            case "close" -> handling.close(id, seen(), one(Cause.class, screen.text("cause")), screen.text("note"));
            case "severity" -> handling.severe(id, seen(), one(Severity.class, screen.text("severity")));
            case "note" -> handling.note(id, screen.text("note"));
            case "watch" -> handling.watch(id, screen.says("watched"));
            case "parent" -> handling.partOf(id, seen(), screen.text("number"));
            case "problem" -> handling.becauseOf(id, seen(), screen.text("number"));
            case "merge" -> merge(id);
            case "undo-merge" -> merging.undoMerge(screen.number("merge"));
            case "move" -> merging.move(id, messages(), screen.text("number"));
            case "split" -> split(id);
            default -> throw new BusinessException("shared.bad-request");
        }
        view.again();
        screen.answer("done", true);
        screen.redraw("case");
    }

    /** What is being written at the case, saved while it is. */
    public void draft() {
        drafting.keep(screen.number("id"), screen.text("draft"));
        screen.answer("done", true);
    }

    private void become(long id) {
        State next = one(State.class, screen.text("state"));
        handling.become(id, seen(), next);
        screen.tell(words.text("became", words.text("state." + next)));
    }

    private void merge(long id) {
        CaseLine other = reading.numbered(screen.text("number"));
        long merge = merging.merge(id, other.id());
        screen.tell(words.text("merged", other.number()), merge, UNDO_MERGE);
    }

    private void split(long id) {
        ServiceCase.Kind kind = one(Kind.class, screen.text("kind"));
        long other = merging.split(id, messages(), new About(kind, null, screen.text("subject"), "", null, null));
        screen.tell(words.text("split.done", reading.line(other).number()));
    }

    private List<Long> messages() {
        String sent = screen.text("messages");
        if (empty(sent) || !sent.matches("[0-9]{1,18}(,[0-9]{1,18}){0,99}")) {
            throw new BusinessException("casework.no-messages");
        }
        return Arrays.stream(sent.split(",")).map(Long::valueOf).toList();
    }

    private Integer seen() {
        return (int) screen.number("version");
    }

    Keeper keeper() {
        String sent = screen.text("keeper") == null ? "" : screen.text("keeper");
        if (sent.startsWith(TEAM)) {
            return new Keeper(null, sent.substring(TEAM.length()));
        }
        if (sent.startsWith(AGENT)) {
            return new Keeper(sent.substring(AGENT.length()), null);
        }
        throw new BusinessException("casework.team");
    }

    private static boolean empty(String sent) {
        return sent == null || sent.isEmpty();
    }

    static <E extends Enum<E>> E one(Class<E> type, String sent) {
        return OneOf.needed(type, sent);
    }
}
