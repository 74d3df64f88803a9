// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.ShownText;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something an exchange is asked to do. PENDING → SENDING (under a lease) → SENT, FAILED or UNKNOWN. A command is of the
 * moment: what was not begun before {@link #expiresAt} has failed, and what was begun and not answered by then is unknown;
 * neither is ever carried out later.
 */
@Entity
@Table(name = "telephony_command")
public class TelephonyCommand {
    /** How long each is worth carrying out. */
    public enum Kind {
        /** The waiting call to an agent's extension ({@code target}). */
        ROUTE(30),
        /** An announcement to the caller, by code or in words. */
        ANNOUNCE(30),
        HOLD(15),
        RESUME(15),
        /** The answered call to an extension or a number ({@code target}). */
        TRANSFER(30),
        /** The answered call back among those who wait, until a ROUTE; {@code target} is the team that serves it next. */
        QUEUE(30),
        /** The customer on hold, and the agent to a colleague's extension ({@code target}); RESUME ends it, TRANSFER to the same hands the call over. */
        CONSULT(30),
        HANG_UP(60),
        /** A call to a customer's number ({@code target}) for the agent at {@code extension}. */
        CALL_OUT(60),
        PAUSE_RECORDING(15),
        RESUME_RECORDING(300),
        /** Words to the caller in a menu, and so many keys from him; answered by an event DIGITS. */
        PROMPT(30),
        /** The call leaves its menu and waits, until a ROUTE. */
        LINE_UP(60),
        /** What the caller says now is recorded, and told as RECORDED. */
        RECORD(30),
        /** The answered call to the telephone of a supervisor ({@code target}), who hears both and is heard by nobody; it ends when he hangs up. */
        LISTEN_IN(30);

        private final Duration worth;

        Kind(long seconds) {
            worth = Duration.ofSeconds(seconds);
        }

        public Duration worth() {
            return worth;
        }
    }

    public enum State { PENDING, SENDING, SENT, FAILED, UNKNOWN }

    /** Whoever took a command and says nothing for so long has lost it. */
    public static final Duration LEASE = Duration.ofSeconds(10);
    private static final String EXPIRED = "expired";
    private static final int LONGEST_FAILURE = 500;
    private static final int LONGEST_TARGET = 80;
    private static final int LONGEST_WORDS = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "telephony_command_seq")
    @SequenceGenerator(name = "telephony_command_seq", sequenceName = "telephony_command_seq")
    private Long id;
    @Column(name = "account_id", updatable = false)
    private long accountId;
    @Column(name = "interaction_id", updatable = false)
    private long interactionId;
    @Column(name = "call_id")
    private Long callId;
    @Column(name = "provider_call_id")
    private String providerCallId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Column(updatable = false)
    private String target;
    @Column(updatable = false)
    private String extension;
    @Column(updatable = false)
    private String announcement;
    @Column(updatable = false)
    private String language;
    @Column(name = "unique_key", updatable = false)
    private String uniqueKey;
    @Column(name = "requested_by", updatable = false)
    private String requestedBy;
    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "lease_until")
    private Instant leaseUntil;
    @Column(name = "settled_at")
    private Instant settledAt;
    private String failure;
    @Column(name = "note_id", updatable = false)
    private Long noteId;
    @Column(name = "most_digits", updatable = false)
    private Integer mostDigits;
    @Column(updatable = false)
    private String terminator;
    @Column(name = "wait_seconds", updatable = false)
    private Integer waitSeconds;
    @Column(name = "barge_in", updatable = false)
    private Boolean bargeIn;
    @Column(updatable = false)
    private Boolean secret;
    @Version
    private int version;

    protected TelephonyCommand() {
    }

    private TelephonyCommand(Kind kind, long accountId, long interactionId, String uniqueKey, String target, String extension, String announcement, String language, String requestedBy, Instant now) {
        this.kind = kind;
        this.accountId = accountId;
        this.interactionId = interactionId;
        this.uniqueKey = uniqueKey;
        this.target = target == null ? null : ShownText.line(target, LONGEST_TARGET);
        this.extension = extension;
        this.announcement = announcement == null ? null : ShownText.line(announcement, LONGEST_WORDS);
        this.language = language;
        this.requestedBy = requestedBy;
        this.createdAt = now;
        this.expiresAt = now.plus(kind.worth());
    }

    /** @param ordinal which command of its kind to this call it is: two who ask at the same moment ask once */
    public static TelephonyCommand to(Call call, Kind kind, int ordinal, String target, String requestedBy, Instant now) {
        TelephonyCommand command = new TelephonyCommand(kind, call.accountId(), call.interactionId(), kind + ":" + call.id() + ":" + ordinal, target, null, null, null, requestedBy, now);
        command.concerns(call);
        return command;
    }

    /** The note that whoever gets the call next must know. */
    public TelephonyCommand explainedBy(Long note) {
        noteId = note;
        return this;
    }

    public static TelephonyCommand announce(Call call, int ordinal, String announcement, String language, String requestedBy, Instant now) {
        TelephonyCommand command = new TelephonyCommand(Kind.ANNOUNCE, call.accountId(), call.interactionId(), Kind.ANNOUNCE + ":" + call.id() + ":" + ordinal, null, null, announcement, language, requestedBy, now);
        command.concerns(call);
        return command;
    }

    /** What is asked of a caller. @param words or a code the exchange knows @param mostDigits 0 when nothing is to be pressed */
    public record Prompt(String words, String language, int mostDigits, Duration patience, boolean bargeIn, boolean secret) {
        /** Ends what is typed early; a single key needs none. */
        public static final String TERMINATOR = "#";
    }

    public static TelephonyCommand prompt(Call call, Kind kind, int ordinal, Prompt prompt, Instant now) {
        TelephonyCommand command = new TelephonyCommand(kind, call.accountId(), call.interactionId(), kind + ":" + call.id() + ":" + ordinal, null, null, prompt.words(), prompt.language(), "", now);
        command.concerns(call);
        command.mostDigits = prompt.mostDigits();
        command.terminator = prompt.mostDigits() > 1 ? Prompt.TERMINATOR : null;
        command.waitSeconds = (int) prompt.patience().toSeconds();
        command.bargeIn = prompt.bargeIn();
        command.secret = prompt.secret();
        return command;
    }

    public static TelephonyCommand callOut(long accountId, long interactionId, int ordinal, String number, String agentExtension, String requestedBy, Instant now) {
        return new TelephonyCommand(Kind.CALL_OUT, accountId, interactionId, Kind.CALL_OUT + ":i" + interactionId + ":" + ordinal, number, agentExtension, null, null, requestedBy, now);
    }

    /** The call it is about, or became. */
    public void concerns(Call call) {
        callId = call.id();
        providerCallId = call.providerCallId();
    }

    /** @return false when somebody else has it, it is settled, or it is too old */
    public boolean begin(Instant now) {
        if (state != State.PENDING || !now.isBefore(expiresAt)) {
            return false;
        }
        state = State.SENDING;
        leaseUntil = now.plus(LEASE);
        return true;
    }

    /** For exchanges that fetch: may be handed out again, under the same id, when it was fetched and never answered. */
    public boolean handOut(Instant now) {
        if (state == State.SENDING && now.isAfter(leaseUntil) && now.isBefore(expiresAt)) {
            leaseUntil = now.plus(LEASE);
            return true;
        }
        return begin(now);
    }

    /** @return whether this settles it: what was settled before stays as it is */
    public boolean done(Instant now) {
        return settle(State.SENT, null, now);
    }

    public boolean failed(String why, Instant now) {
        return settle(State.FAILED, why, now);
    }

    public boolean unknown(String why, Instant now) {
        return settle(State.UNKNOWN, why, now);
    }

    /** Its time is over. */
    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt) && (state == State.PENDING ? failed(EXPIRED, now) : unknown(EXPIRED, now));
    }

    /** Whether its time was over before any exchange took it. */
    public boolean untaken() {
        return state == State.FAILED && EXPIRED.equals(failure);
    }

    private boolean settle(State outcome, String why, Instant now) {
        if (settled()) {
            return false;
        }
        state = outcome;
        failure = why == null ? null : ShownText.line(why, LONGEST_FAILURE);
        leaseUntil = null;
        settledAt = now;
        return true;
    }

    public boolean settled() {
        return state != State.PENDING && state != State.SENDING;
    }

    public Long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public long interactionId() {
        return interactionId;
    }

    /** Empty for a call out that the exchange has not told of. */
    public Optional<Long> callId() {
        return Optional.ofNullable(callId);
    }

    public Optional<String> providerCallId() {
        return Optional.ofNullable(providerCallId);
    }

    public Kind kind() {
        return kind;
    }

    public Optional<String> target() {
        return Optional.ofNullable(target);
    }

    public Optional<String> extension() {
        return Optional.ofNullable(extension);
    }

    public Optional<String> announcement() {
        return Optional.ofNullable(announcement);
    }

    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    /** How many keys are expected; empty for what is no prompt. */
    public Optional<Integer> mostDigits() {
        return Optional.ofNullable(mostDigits);
    }

    /** The key that ends what is typed; empty where a single key does. */
    public Optional<String> terminator() {
        return Optional.ofNullable(terminator);
    }

    public Optional<Integer> waitSeconds() {
        return Optional.ofNullable(waitSeconds);
    }

    /** Whether a key ends the words. */
    public Optional<Boolean> bargeIn() {
        return Optional.ofNullable(bargeIn);
    }

    /** Whether what is typed may be neither recorded nor written anywhere. */
    public boolean secret() {
        return Boolean.TRUE.equals(secret);
    }

    public Optional<Long> noteId() {
        return Optional.ofNullable(noteId);
    }

    public String uniqueKey() {
        return uniqueKey;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public State state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
