// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.channel.ChannelAccount;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ShownText;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One telephone call, as the exchange told it. What is told may come late, twice and in any order: each fact is kept with
 * its own moment, the earliest of a moment and the latest of a choice, so that the row is the same in the end whatever
 * the order was. What the call is now ({@link #state()}) and what became of it ({@link #outcome()}) follow from the facts.
 */
@Entity
@Table(name = "phone_call")
public class Call {
    public enum Direction { INBOUND, OUTBOUND }

    /** OFFERED is the menu, or ringing when we call. */
    public enum State { OFFERED, QUEUED, ANSWERED, HELD, ENDED }

    public enum EndedBy { CUSTOMER, AGENT, EXCHANGE }

    /** LEFT_MENU: hung up before he waited for anybody. CALLED_BACK: gave up, and was called since. NOT_REACHED: we called, nobody answered. */
    public enum Outcome { ANSWERED, ABANDONED, LEFT_MENU, CALLED_BACK, NOT_REACHED }

    /** PAUSING and RESUMING: asked for, and not yet confirmed by the exchange. */
    public enum Recording { RUNNING, PAUSING, PAUSED, RESUMING }

    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_KEY = 20;
    private static final int LONGEST_LINK = 1000;
    private static final int ROOM_FOR_LINKS = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "phone_call_seq")
    @SequenceGenerator(name = "phone_call_seq", sequenceName = "phone_call_seq")
    private Long id;
    @Column(name = "account_id", updatable = false)
    private long accountId;
    @Column(name = "provider_call_id", updatable = false)
    private String providerCallId;
    @Column(name = "interaction_id", updatable = false)
    private long interactionId;
    @Column(name = "customer_id")
    private Long customerId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Direction direction;
    @Column(name = "caller_raw")
    private String callerRaw;
    @Column(name = "caller_number")
    private String callerNumber;
    @Column(name = "dialled_number")
    private String dialledNumber;
    @Column(name = "national_id")
    private String nationalId;
    @Column(name = "menu_key")
    private String menuKey;
    private String subject;
    @Column(name = "menu_at")
    private Instant menuAt;
    private String language;
    @Column(name = "dialled_at")
    private Instant dialledAt;
    @Column(name = "queued_at")
    private Instant queuedAt;
    @Column(name = "answered_at")
    private Instant answeredAt;
    @Column(name = "last_queued_at")
    private Instant lastQueuedAt;
    @Column(name = "last_answered_at")
    private Instant lastAnsweredAt;
    private String extension;
    @Column(name = "extension_since")
    private Instant extensionSince;
    @Column(name = "hold_marks")
    private String holdMarks = "";
    @Column(name = "hold_seconds")
    private long holdSeconds;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "ended_by")
    private EndedBy endedBy;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    @Column(name = "called_back_at")
    private Instant calledBackAt;
    private String recordings = "";
    @Enumerated(EnumType.STRING)
    private Recording recording = Recording.RUNNING;
    @Column(name = "recording_at")
    private Instant recordingAt;
    @Column(name = "in_line")
    private boolean inLine;
    @Column(name = "answer_told")
    private boolean answerTold;
    /** The outcome that was told last. */
    @Enumerated(EnumType.STRING)
    private Outcome told;
    @Version
    private int version;

    protected Call() {
    }

    /** @param heardAt the moment of the first thing the exchange told of it */
    public Call(ChannelAccount account, String providerCallId, long interactionId, Direction direction, Instant heardAt) {
        this.accountId = account.id();
        this.providerCallId = providerCallId;
        this.interactionId = interactionId;
        this.direction = direction;
        this.dialledAt = heardAt;
    }

    /** Whose call it is, as far as its conversation knows. */
    public void with(long customer) {
        if (customerId == null || customerId != customer) {
            customerId = customer;
        }
    }

    /** Anything happened to it: it cannot have been dialled later. */
    public void heard(Instant at) {
        dialledAt = earlier(dialledAt, at);
        settle();
    }

    /**
     * Who calls, from where he dialled.
     *
     * @param caller as the exchange has it; null or blank when he withholds his number
     * @return whether the caller was not known before
     */
    public boolean from(String caller, String dialled) {
        if (dialledNumber == null && dialled != null && !dialled.isBlank()) {
            dialledNumber = ShownText.line(dialled, LONGEST_NUMBER);
        }
        if (callerRaw != null || caller == null || caller.isBlank()) {
            return false;
        }
        callerRaw = ShownText.line(caller, LONGEST_NUMBER);
        callerNumber = PhoneNumber.parse(caller).map(PhoneNumber::value).orElse(null);
        return true;
    }

    public void speaks(String spoken) {
        if (spoken != null) {
            language = spoken;
        }
    }

    /**
     * What he chose in the menu; a later choice stands.
     *
     * @return whether it changed anything
     */
    public boolean chose(String key, String subjectCode, Instant at) {
        if (subjectCode == null || subjectCode.isBlank() || menuAt != null && !at.isAfter(menuAt)) {
            return false;
        }
        menuAt = at;
        menuKey = key == null ? null : ShownText.line(key, LONGEST_KEY);
        subject = ShownText.line(subjectCode, LONGEST_CODE);
        return true;
    }

    /** @return whether it is a possible one that was not known before */
    public boolean typed(String identityNumber) {
        Optional<NationalId> read = NationalId.parse(identityNumber);
        if (read.isEmpty() || read.get().digits().equals(nationalId)) {
            return false;
        }
        nationalId = read.get().digits();
        return true;
    }

    /** He began to wait for an agent, or waits again. @return whether that was not known */
    public boolean queued(Instant at) {
        boolean waited = waitsAgain();
        boolean news = queuedAt == null;
        queuedAt = earlier(queuedAt, at);
        lastQueuedAt = later(lastQueuedAt, at);
        news |= !waited && waitsAgain();
        settle();
        return news;
    }

    /**
     * Somebody talks to him.
     *
     * @param at the extension that does, or null; of several the one that began last
     * @return whether that was not known
     */
    public boolean answered(String atExtension, Instant at) {
        boolean waited = waitsAgain();
        boolean news = answeredAt == null;
        answeredAt = earlier(answeredAt, at);
        lastAnsweredAt = later(lastAnsweredAt, at);
        news |= waited && !waitsAgain();
        if (atExtension != null && !atExtension.isBlank() && (extensionSince == null || at.isAfter(extensionSince))) {
            news |= !atExtension.equals(extension);
            extension = ShownText.line(atExtension, LONGEST_CODE);
            extensionSince = at;
        }
        settle();
        return news;
    }

    /** He was answered, and waits for another agent since: whoever spoke to him gave him back to a line. */
    public boolean waitsAgain() {
        return endedAt == null && queuedAgain();
    }

    /** He was answered, was put among those who wait once more, and hung up there. */
    public boolean gaveUpAgain() {
        return endedAt != null && queuedAgain();
    }

    private boolean queuedAgain() {
        return answeredAt != null && lastQueuedAt != null && lastQueuedAt.isAfter(lastAnsweredAt == null ? answeredAt : lastAnsweredAt);
    }

    /** The exchange did what it was asked, and has not told that he waits again; whatever it tells next is later than this. */
    public void putBack() {
        if (endedAt == null && answeredAt != null && !waitsAgain()) {
            queued((lastAnsweredAt == null ? answeredAt : lastAnsweredAt).plusMillis(1));
        }
    }

    public boolean held(Instant at) {
        return mark(true, at);
    }

    public boolean resumed(Instant at) {
        return mark(false, at);
    }

    private boolean mark(boolean held, Instant at) {
        HoldMarks marks = HoldMarks.read(holdMarks);
        boolean news = marks.add(held, at);
        holdMarks = marks.write();
        settle();
        return news;
    }

    /** @return whether that was not known */
    public boolean ended(EndedBy by, Instant at) {
        boolean news = endedAt == null;
        if (news || at.isBefore(endedAt)) {
            endedAt = at;
            endedBy = by;
        }
        settle();
        return news;
    }

    /** @return whether the link was not known */
    public boolean recordedAt(String link) {
        TreeSet<String> links = new TreeSet<>(recordingLinks());
        if (link == null || link.length() > LONGEST_LINK || !link.matches("https?://\\S+") || !links.add(link)) {
            return false;
        }
        String written = String.join("\n", links);
        if (written.length() > ROOM_FOR_LINKS) {
            return false;
        }
        recordings = written;
        return true;
    }

    /** Somebody who gave up was called, or called again and was answered. */
    public void calledBack(Instant at) {
        calledBackAt = earlier(calledBackAt, at);
        settle();
    }

    /** The exchange is asked to stop recording: the caller is about to say what must not be kept (PCI DSS 3.3.1). */
    public void pauseRecording(Instant at) {
        refuseUnlessTalking();
        recording(recording == Recording.PAUSED ? Recording.PAUSED : Recording.PAUSING, at);
    }

    public void resumeRecording(Instant at) {
        refuseIfEnded();
        recording(recording == Recording.RUNNING ? Recording.RUNNING : Recording.RESUMING, at);
    }

    /** The exchange did what it was asked last. */
    public void recordingPaused(Instant at) {
        if (recording == Recording.PAUSING) {
            recording(Recording.PAUSED, at);
        }
    }

    public void recordingResumed(Instant at) {
        if (recording == Recording.RESUMING) {
            recording(Recording.RUNNING, at);
        }
    }

    /** It goes on recording although it was asked to stop, or stays stopped although it was asked to go on. */
    public void recordingUnchanged(Instant at) {
        if (recording == Recording.PAUSING) {
            recording(Recording.RUNNING, at);
        } else if (recording == Recording.RESUMING) {
            recording(Recording.PAUSED, at);
        }
    }

    private void recording(Recording now, Instant at) {
        if (recording != now) {
            recording = now;
            recordingAt = at;
        }
    }

    /** It has its place in the line now, once. */
    public boolean takePlaceInLine() {
        boolean first = !inLine;
        inLine = true;
        return first;
    }

    /** That it was answered is told now, once. */
    public boolean tellAnswer() {
        boolean first = !answerTold;
        answerTold = true;
        return first;
    }

    /** What became of it is told now: once, and again when something that came late makes it another outcome. */
    public boolean tellOutcome() {
        boolean news = outcome != null && outcome != told;
        told = outcome;
        return news;
    }

    private void settle() {
        dialledAt = earlier(dialledAt, earlier(queuedAt, earlier(answeredAt, endedAt)));
        HoldMarks marks = HoldMarks.read(holdMarks);
        holdSeconds = marks.total(endedAt != null ? endedAt : marks.last()).toSeconds();
        if (endedAt != null) {
            outcome = found();
        }
    }

    private Outcome found() {
        if (answeredAt != null) {
            return Outcome.ANSWERED;
        }
        if (direction == Direction.OUTBOUND) {
            return Outcome.NOT_REACHED;
        }
        if (calledBackAt != null) {
            return Outcome.CALLED_BACK;
        }
        return queuedAt != null ? Outcome.ABANDONED : Outcome.LEFT_MENU;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** @throws BusinessException {@code telephony.ended} */
    public void refuseIfEnded() {
        if (endedAt != null) {
            throw new BusinessException("telephony.ended");
        }
    }

    /** @throws BusinessException {@code telephony.ended}, {@code telephony.not-answered} */
    public void refuseUnlessTalking() {
        refuseIfEnded();
        if (answeredAt == null || waitsAgain()) {
            throw new BusinessException("telephony.not-answered");
        }
    }

    public State state() {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (waitsAgain()) {
            return State.QUEUED;
        }
        if (answeredAt != null) {
            return onHoldSince().isPresent() ? State.HELD : State.ANSWERED;
        }
        return queuedAt != null ? State.QUEUED : State.OFFERED;
    }

    /** How long he waited for an agent, from when he began to wait until he was answered, hung up, or now. Zero when he never waited. */
    public Duration waited(Instant now) {
        if (queuedAt == null) {
            return Duration.ZERO;
        }
        Instant until = answeredAt != null ? answeredAt : endedAt != null ? endedAt : now;
        Duration waited = Duration.between(queuedAt, until);
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    public Long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public String providerCallId() {
        return providerCallId;
    }

    public long interactionId() {
        return interactionId;
    }

    public Direction direction() {
        return direction;
    }

    /** As the exchange wrote it; empty when withheld. */
    public Optional<String> callerRaw() {
        return Optional.ofNullable(callerRaw);
    }

    /** E.164, or a short code; empty when withheld or not a number. */
    public Optional<PhoneNumber> callerNumber() {
        return Optional.ofNullable(callerNumber).map(PhoneNumber::new);
    }

    /** Where the customer is: who called, or whom we called. */
    public Optional<PhoneNumber> customerNumber() {
        return direction == Direction.INBOUND ? callerNumber() : PhoneNumber.parse(dialledNumber);
    }

    public Optional<String> dialledNumber() {
        return Optional.ofNullable(dialledNumber);
    }

    public Optional<NationalId> nationalId() {
        return NationalId.parse(nationalId);
    }

    public Optional<String> menuKey() {
        return Optional.ofNullable(menuKey);
    }

    /** Code of what he calls about: {@code fault}, {@code bill}, {@code termination}, {@code other}, or the organisation's own. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public Instant dialledAt() {
        return dialledAt;
    }

    public Optional<Instant> queuedAt() {
        return Optional.ofNullable(queuedAt);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public Optional<String> extension() {
        return Optional.ofNullable(extension);
    }

    /** Since when he is on hold now. */
    public Optional<Instant> onHoldSince() {
        return endedAt != null || waitsAgain() ? Optional.empty() : Optional.ofNullable(HoldMarks.read(holdMarks).since());
    }

    /** All the time he was on hold, up to now or to the end. */
    public Duration onHold(Instant now) {
        return HoldMarks.read(holdMarks).total(endedAt == null ? now : endedAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<EndedBy> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    /** Empty while it lasts. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public List<String> recordingLinks() {
        return recordings.isEmpty() ? List.of() : Arrays.asList(recordings.split("\n"));
    }

    public Recording recording() {
        return recording;
    }

    public Optional<Instant> recordingChangedAt() {
        return Optional.ofNullable(recordingAt);
    }

    public boolean inLine() {
        return inLine;
    }
}
