// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.casework.ejb.CaseTracking.TrackedCase;
import il.moked.complaint.ejb.ComplaintTracking.TrackedComplaint;
import il.moked.interaction.ejb.Tracking.Answer;
import il.moked.interaction.ejb.Tracking.Tracked;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.CallbackAsking.Times;
import il.moked.routing.ejb.Waiting.Place;
import il.moked.routing.ejb.Waiting.Promised;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A contact as whoever knows its reference may see it. */
@Named
@RequestScoped
public class TrackView {
    private static final String BUNDLE = "il.moked.interaction.portal.interaction";
    private static final long MINUTE = 60;
    /** Longer waits are told in hours. */
    private static final long IN_MINUTES = 110;
    private static final double MINUTES_AN_HOUR = 60;
    private static final Pattern POSSIBLE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    /** Time zone in which customers read dates. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private Tracked tracked;
    private String unknown;
    private String arrival;
    private Place place;
    private Promised promised;
    private List<CallbackMoments.Moment> moments = List.of();
    private String wrong;
    private String typedPhone = "";
    private TrackedCase its;
    private TrackedComplaint complaint;
    private String keptReference;
    private String token;
    private String typedText = "";
    private String writingWrong;

    @Inject
    CallbackMoments callbackMoments;

    /** A stage of the way, for the line of stages: done, the present one, or still to come. */
    public record Stage(String text, String state) {
        public String getText() {
            return text;
        }

        public String getState() {
            return state;
        }

        public boolean isPresent() {
            return "now".equals(state);
        }
    }

    /** An answer with its moment in words. */
    public record Shown(String text, String at) {
        public String getText() {
            return text;
        }

        public String getAt() {
            return at;
        }
    }

    /** A moment that was promised, or that something happened at. */
    public record Fact(String what, String at) {
        public String getWhat() {
            return what;
        }

        public String getAt() {
            return at;
        }
    }

    static boolean possible(String reference) {
        return POSSIBLE.matcher(reference).matches();
    }

    void found(Tracked contact) {
        tracked = contact;
    }

    /** What came of it; either may be null. */
    void cases(TrackedCase ofIt, TrackedComplaint complained) {
        its = ofIt;
        complaint = complained;
    }

    /** It is kept on this node and not inside yet. @return the second */
    boolean kept(String reference, boolean safe) {
        keptReference = safe ? reference : null;
        return safe;
    }

    /** @param signed for what he may write on; what is shown again keeps its own */
    void mayWrite(String signed) {
        token = token == null ? signed : token;
    }

    /** What he wrote on, which is not in order. @param why in words; null when it is his files */
    void writes(String typed, String why, String signed) {
        typedText = typed;
        writingWrong = why;
        token = signed;
    }

    String words(String key, Object... arguments) {
        return text(key, arguments);
    }

    Locale locale() {
        return activeLocale.getLocale();
    }

    String language() {
        return activeLocale.getLang();
    }

    void unknown(String typed) {
        unknown = typed;
    }

    /** @param query {@code sent} after a form was taken, {@code again} after it was sent a second time */
    void arrived(String query) {
        arrival = query;
    }

    /** @param where null when it is not in the line @param call null when nobody is to call */
    void waits(Place where, Promised call) {
        place = where;
        promised = call;
    }

    void mayBeCalled(Times times) {
        moments = callbackMoments.shown(times, activeLocale.getLocale());
    }

    void refused(BusinessException why, String phone) {
        wrong = texts.refusal(why, activeLocale.getLocale());
        typedPhone = phone == null ? "" : phone;
    }

    /** Whether he waits, and nobody is to call him yet. */
    public boolean isInLine() {
        return place != null && promised == null;
    }

    /** His place and what wait is expected; empty where no places are told. */
    public String getPlace() {
        if (!place.told()) {
            return "";
        }
        String where = place.place() == 1 ? text("wait.next") : place.place() > WorkItems.COUNT_LIMIT ? text("wait.many", WorkItems.COUNT_LIMIT) : text("wait.place", place.place());
        if (place.expected() == null) {
            return where + " · " + text("wait.unknown");
        }
        long minutes = (place.expected().toSeconds() + MINUTE - 1) / MINUTE;
        return where + " · " + (minutes <= 1 ? text("wait.minute") : minutes > IN_MINUTES ? text("wait.hours", Math.round(minutes / MINUTES_AN_HOUR)) : text("wait.minutes", minutes));
    }

    /** Empty unless he will be called. */
    public String getCallback() {
        if (promised == null) {
            return "";
        }
        return promised.from() == null ? text("callback.promised", promised.number()) : text("callback.promised-at", promised.number(), callbackMoments.text(promised.from(), zone, activeLocale.getLocale()));
    }

    public List<CallbackMoments.Moment> getMoments() {
        return moments;
    }

    public String getWrong() {
        return wrong;
    }

    public String getTypedPhone() {
        return typedPhone;
    }

    public boolean isFound() {
        return tracked != null;
    }

    public String getUnknown() {
        return unknown;
    }

    public boolean isSent() {
        return "sent".equals(arrival);
    }

    public boolean isAgain() {
        return "again".equals(arrival);
    }

    public boolean isKept() {
        return keptReference != null;
    }

    public String getReference() {
        return tracked == null ? keptReference : tracked.reference();
    }

    /** In two halves, which are easier to read out. */
    public String getShownReference() {
        String reference = getReference();
        return reference.substring(0, reference.length() / 2) + "-" + reference.substring(reference.length() / 2);
    }

    /** Whether he wrote on just now. */
    public boolean isMore() {
        return "more".equals(arrival);
    }

    /** Once it is read in, whoever knows the reference may write on. */
    public boolean isWritable() {
        return tracked.openedAt() != null;
    }

    public String getToken() {
        return token;
    }

    public String getTypedText() {
        return typedText;
    }

    public String getWritingWrong() {
        return writingWrong;
    }

    /** Number of the case that came of it; empty without one. */
    public String getCaseNumber() {
        return its == null ? "" : its.number();
    }

    public boolean isLate() {
        return its != null && its.late() || complaint != null && complaint.late();
    }

    /** What was promised and what was kept, in the order in which it is due. */
    public List<Fact> getClock() {
        if (its == null) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        fact(facts, its.answeredAt() == null ? "clock.answer-by" : "clock.answered", its.answeredAt() == null ? its.answerBy() : its.answeredAt());
        fact(facts, its.solvedAt() == null ? "clock.solve-by" : "clock.solved", its.solvedAt() == null ? its.solveBy() : its.solvedAt());
        if (complaint != null) {
            fact(facts, complaint.decidedAt() == null ? "clock.decide-by" : "clock.decided", complaint.decidedAt() == null ? complaint.decideBy() : complaint.decidedAt());
        }
        return facts;
    }

    private void fact(List<Fact> facts, String key, Instant at) {
        if (at != null) {
            facts.add(new Fact(text(key), moment(at)));
        }
    }

    public String getState() {
        return text("state." + state());
    }

    public String getKind() {
        return switch (state()) {
            case "answered" -> "good";
            case "treated" -> "info";
            case "closed" -> "off";
            default -> "";
        };
    }

    public String getExplained() {
        return text("state." + state() + ".text");
    }

    public String getOpenedAt() {
        return moment(tracked.openedAt());
    }

    public String getLastMessageAt() {
        return moment(tracked.lastMessageAt());
    }

    public boolean isAnswered() {
        return !getAnswers().isEmpty();
    }

    /** What was answered in the conversation, and what was written to a complainant otherwise; what was said in both stands once. */
    public List<Shown> getAnswers() {
        Stream<Answer> letters = complaint == null ? Stream.empty() : complaint.letters().stream().filter(letter -> tracked.answers().stream().noneMatch(answer -> answer.text().contains(letter.text()))).map(letter -> new Answer(letter.text(), letter.at()));
        return Stream.concat(tracked.answers().stream(), letters).sorted(Comparator.comparing(Answer::at)).map(answer -> new Shown(answer.text(), moment(answer.at()))).toList();
    }

    public List<Stage> getStages() {
        List<String> way = complaint != null ? List.of("received", "treated", "decided", "closed") : its != null ? List.of("received", "treated", "solved", "closed") : List.of("received", "treated", "answered", "closed");
        int now = way.indexOf(stage());
        return way.stream().map(stage -> new Stage(text("state." + stage), way.indexOf(stage) < now ? "done" : way.indexOf(stage) == now ? "now" : "next")).toList();
    }

    /** What is waited for is told in words, and is treatment on the way. */
    private String stage() {
        return List.of("waiting", "appointment").contains(state()) ? "treated" : state();
    }

    private String state() {
        if (complaint != null) {
            return switch (complaint.stage()) {
                case RECEIVED, ACKNOWLEDGED -> its.served() ? "treated" : "received";
                case ASSESSED, INVESTIGATED, ANSWERED -> "treated";
                case DECIDED, RECOURSE -> "decided";
                case CLOSED -> "closed";
            };
        }
        if (its != null) {
            return switch (its.state()) {
                case NEW -> "received";
                case OPEN, REOPENED, WAITING_THIRD_PARTY -> "treated";
                case WAITING_CUSTOMER -> "waiting";
                case APPOINTMENT -> "appointment";
                case SOLVED -> "solved";
                case CLOSED -> "closed";
            };
        }
        if (tracked.closed()) {
            return "closed";
        }
        if (tracked.answered()) {
            return "answered";
        }
        return tracked.served() ? "treated" : "received";
    }

    private String moment(Instant at) {
        return at == null ? null : MOMENT.format(at.atZone(zone));
    }

    private String text(String key, Object... arguments) {
        return texts.text(BUNDLE, key, activeLocale.getLocale(), arguments);
    }
}
