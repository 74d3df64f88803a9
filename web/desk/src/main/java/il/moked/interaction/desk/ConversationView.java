// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.agent.ejb.Colleagues;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.WrapUpReason;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.ConversationReading.Entry;
import il.moked.interaction.ejb.ConversationReading.Happened;
import il.moked.interaction.ejb.ConversationReading.Said;
import il.moked.interaction.ejb.LateFiles;
import il.moked.interaction.ejb.Resending;
import il.moked.shared.Page;
import il.moked.shared.desk.Screen;
import il.moked.shared.desk.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The conversation that is open: its head, its messages, who else looks at it, and what is done with it. */
@Named
@RequestScoped
public class ConversationView {
    private static final int NEWEST = Integer.MAX_VALUE;

    @Inject
    ConversationReading reading;
    @Inject
    Conversation conversation;
    @Inject
    Resending resending;
    @Inject
    LateFiles files;
    @Inject
    HttpServletRequest here;
    @Inject
    Colleagues colleagues;
    @Inject
    DeskView desk;
    @Inject
    Screen screen;
    @Inject
    Times times;
    @Inject
    Sentences sentences;
    @Inject
    Clock clock;

    private ConversationReading.Head head;
    private long readAt;
    private Page<Row> newest;
    private Page<Row> earlier;
    private List<Interactions.Viewer> viewers;
    private Map<String, Colleagues.Person> names;

    /** One entry with the day it opens, if it opens one, and whether the customer's unread messages begin with it. */
    public record Row(Entry entry, LocalDate day, boolean firstUnread) {
    }

    public ConversationReading.Head head() {
        if (head == null && desk.getOpened() != null) {
            readAt = clock.millis();
            head = reading.head(desk.getOpened());
        }
        return head;
    }

    /** Milliseconds of the epoch: what happened since is not yet in what is shown. */
    public long readAt() {
        return readAt;
    }

    /** Whether I may write to the customer now. */
    public boolean isMine() {
        return head() != null && head().mine() && head().line().open();
    }

    /** The newest messages; the same ones and newer each time the page looks again, so that nothing falls between them and what stands above. */
    public List<Row> rows() {
        return newest().rows();
    }

    public boolean isMore() {
        return newest().more();
    }

    private Page<Row> newest() {
        if (newest == null) {
            long id = desk.getOpened();
            Page<Entry> page = reading.entries(id, NEWEST, Set.of());
            List<Entry> entries = new ArrayList<>(page.rows());
            boolean more = page.more();
            while (more && desk.firstShown() >= 0 && oldest(entries) > desk.firstShown()) {
                page = reading.entries(id, oldest(entries), Set.of());
                entries.addAll(0, page.rows());
                more = page.more();
            }
            if (desk.firstShown() < 0) {
                desk.firstShown(oldest(entries));
            }
            newest = new Page<>(rows(entries, desk.unreadWhenOpened()), more);
        }
        return newest;
    }

    /** The page before the position the browser names. */
    public List<Row> earlier() {
        if (screen.text("before") == null || desk.getOpened() == null) {
            return List.of();
        }
        if (earlier == null) {
            Page<Entry> page = reading.entries(desk.getOpened(), (int) screen.number("before"), Set.of());
            earlier = new Page<>(rows(page.rows(), 0), page.more());
        }
        return earlier.rows();
    }

    public boolean isMoreEarlier() {
        return !earlier().isEmpty() && earlier.more();
    }

    public int oldest() {
        return desk.firstShown();
    }

    public int oldestEarlier() {
        return earlier().stream().map(Row::entry).filter(Said.class::isInstance).mapToInt(Entry::position).min().orElse(0);
    }

    private static int oldest(List<Entry> entries) {
        return entries.stream().filter(Said.class::isInstance).mapToInt(Entry::position).min().orElse(0);
    }

    private List<Row> rows(List<Entry> entries, int unread) {
        int firstUnread = firstUnread(entries, unread);
        List<Row> rows = new ArrayList<>();
        LocalDate last = null;
        for (Entry entry : entries) {
            LocalDate day = times.day(entry.at());
            boolean fresh = entry instanceof Said said && said.position() == firstUnread;
            rows.add(new Row(entry, day.equals(last) ? null : day, fresh));
            last = day;
        }
        return rows;
    }

    /** Position of the first of the last {@code unread} messages of the customer, or -1. */
    static int firstUnread(List<Entry> entries, int unread) {
        int left = unread;
        for (int index = entries.size() - 1; index >= 0 && left > 0; index--) {
            if (entries.get(index) instanceof Said said && said.inbound() && --left == 0) {
                return said.position();
            }
        }
        return -1;
    }

    /** What happened, as a sentence. Names in it are isolated, whichever way they read. */
    public String sentence(Happened event) {
        return sentences.of(event, names());
    }

    private Map<String, Colleagues.Person> names() {
        if (names == null) {
            Set<String> wanted = new HashSet<>();
            for (Row row : newest().rows()) {
                collect(row.entry(), wanted);
            }
            earlier().forEach(row -> collect(row.entry(), wanted));
            names = colleagues.named(wanted);
        }
        return names;
    }

    private static void collect(Entry entry, Set<String> wanted) {
        if (entry instanceof Happened event) {
            wanted.add(event.actor());
            if ((event.event() == InteractionEvent.Kind.HANDED_OVER || event.event() == InteractionEvent.Kind.CONSULTED) && event.detail() != null) {
                wanted.add(event.detail());
            }
        }
    }

    /** Who brought it to whoever has it now. */
    public String handedOverBy() {
        String by = head().handedOver().by();
        Colleagues.Person person = colleagues.named(Set.of(by)).get(by);
        return person == null ? by : person.name(screen.language());
    }

    /** The question I am asked about it, or null. */
    public ConversationReading.Asked askedMe() {
        return head().asked().stream().filter(ConversationReading.Asked::me).findFirst().orElse(null);
    }

    /** Colleagues who have not answered yet, other than me. */
    public List<ConversationReading.Asked> waitingFor() {
        return head().asked().stream().filter(asked -> !asked.me()).toList();
    }

    /** The others who have it open; saying so tells them that I have. Whether I write changes only when the page says so: this is also drawn for other reasons. */
    public List<Interactions.Viewer> viewers() {
        if (viewers == null && desk.getOpened() == null) {
            viewers = List.of();
        } else if (viewers == null) {
            viewers = reading.viewing(desk.getOpened());
            if (screen.text("typing") != null) {
                reading.typing(desk.getOpened(), screen.says("typing"));
            }
        }
        return viewers;
    }

    public String viewersText() {
        String language = screen.language();
        return viewers().stream().map(viewer -> Sentences.isolated(viewer.name(language))).collect(Collectors.joining(", "));
    }

    /** Whether the visitor of the chat writes now. */
    public boolean isVisitorWriting() {
        return head() != null && head().line().channel() == Channel.CHAT && head().line().open() && reading.visitorWrites(desk.getOpened());
    }

    public boolean isWriting() {
        return viewers().stream().anyMatch(Interactions.Viewer::typing);
    }

    public List<WrapUpReason> reasons() {
        return reading.wrapUpReasons();
    }

    public void takeOver() {
        conversation.takeOver(opened());
        changed();
    }

    /** Also undoes closing; then it is the message that passes by which names the conversation. */
    public void reopen() {
        long id = screen.number("id");
        conversation.reopen(id);
        desk.open(id);
        screen.redraw("presence");
    }

    public void close() {
        long id = opened();
        String reference = head().line().reference();
        conversation.close(id, screen.text("reason"), screen.text("note"));
        head = null;
        desk.leave();
        screen.tell(sentences.closed(reference), id);
        screen.redraw("presence", "waiting");
    }

    public void sendAgain() {
        resending.sendAgain(screen.number("id"));
        screen.redraw("stream");
    }

    public void fetchAgain() {
        files.fetchAgain(screen.number("id"));
        screen.redraw("stream");
    }

    /** Whether I may decide what becomes of what failed here. */
    public boolean isMayDecide() {
        return head() != null && (head().mine() || here.isUserInRole(Role.SUPERVISOR));
    }

    private long opened() {
        return desk.getOpened() == null ? screen.number("id") : desk.getOpened();
    }

    private void changed() {
        head = null;
        newest = null;
        screen.redraw("talks", "head", "voice", "stream", "standing", "presence");
    }
}
