// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of a message that the provider still has. WAITING until it is FETCHED and attached, or GIVEN_UP: because the provider
 * will never give it, or could not for as long as it keeps such files.
 */
@Entity
@Table(name = "awaited_file")
public class AwaitedFile {
    public enum State { WAITING, FETCHED, GIVEN_UP }

    /** Why it was given up. */
    public enum Why {
        /** The provider could not be asked for days. */
        UNREACHABLE,
        /** The provider has it no longer. */
        GONE,
        /** The provider does not give it. */
        REFUSED,
        TOO_LARGE,
        EMPTY,
        /** A kind of file that is not taken. */
        DANGEROUS,
        /** It is said to be where nothing is fetched. */
        ELSEWHERE;

        /** Whether another try may end otherwise. */
        public boolean mayCome() {
            return this != DANGEROUS && this != ELSEWHERE;
        }
    }

    /** Shorter than any provider keeps a file: the links of Messenger and Instagram live some days, media of WhatsApp 30. */
    public static final Duration PATIENCE = Duration.ofDays(3);
    /** Who fetches it has this long; then another may try. */
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int LONGEST_FAILURE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "awaited_file_seq")
    @SequenceGenerator(name = "awaited_file_seq", sequenceName = "awaited_file_seq")
    private Long id;
    @Column(name = "message_id")
    private long messageId;
    @Column(name = "interaction_id")
    private long interactionId;
    @Column(name = "account_id")
    private long accountId;
    private String reference;
    @Column(name = "file_name")
    private String fileName;
    @Column(name = "content_type")
    private String contentType;
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;
    private int attempts;
    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;
    @Column(name = "give_up_at")
    private Instant giveUpAt;
    private String failure;
    @Enumerated(EnumType.STRING)
    private Why why;

    protected AwaitedFile() {
    }

    /** @param reference what the provider calls it: an id or an address */
    public AwaitedFile(Message message, long accountId, String reference, String fileName, String contentType, Instant now) {
        this.messageId = message.id();
        this.interactionId = message.interaction().id();
        this.accountId = accountId;
        this.reference = reference;
        this.fileName = fileName;
        this.contentType = contentType;
        this.nextAttemptAt = now;
        this.giveUpAt = now.plus(PATIENCE);
    }

    /** Takes it; whoever dies with it loses it after the lease. */
    public void begin(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(LEASE);
    }

    public boolean waiting() {
        return state == State.WAITING;
    }

    public void fetched() {
        state = State.FETCHED;
        failure = null;
    }

    /** Later, unless it has been too long. */
    public void postponed(String words, Instant now) {
        failure = shortened(words);
        Duration pause = Duration.ofSeconds(5).multipliedBy(1L << Math.min(attempts, 10));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        if (now.isAfter(giveUpAt)) {
            state = State.GIVEN_UP;
            why = Why.UNREACHABLE;
        }
    }

    public void givenUp(Why reason, String words) {
        state = State.GIVEN_UP;
        why = reason;
        failure = shortened(words);
    }

    /** A person wants it tried anew. */
    public void again(Instant now) {
        if (state != State.GIVEN_UP || !why.mayCome()) {
            throw new BusinessException("interaction.file-not-given-up");
        }
        state = State.WAITING;
        why = null;
        attempts = 0;
        nextAttemptAt = now;
        giveUpAt = now.plus(PATIENCE);
    }

    private static String shortened(String why) {
        return why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
    }

    public Long id() {
        return id;
    }

    public long messageId() {
        return messageId;
    }

    public long interactionId() {
        return interactionId;
    }

    public long accountId() {
        return accountId;
    }

    public String reference() {
        return reference;
    }

    public String fileName() {
        return fileName;
    }

    public String contentType() {
        return contentType;
    }

    public State state() {
        return state;
    }

    /** Why it was given up; empty when it was not. */
    public Optional<Why> why() {
        return Optional.ofNullable(why);
    }

    public int attempts() {
        return attempts;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }
}
