// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/** Where a caller is in his menu. Kept in the database, so that a call goes on whichever server hears its next key. */
@Entity
@Table(name = "menu_walk")
public class MenuWalk {
    /** What he is to do. FAREWELL: hear to its end. LATE: his message comes, although he hung up. */
    public enum Awaits { KEY, ID, CODE, RECORDING, LATE, FAREWELL, NOTHING }

    /** SERVED: he heard an answer and hung up, or came to the end. LEFT: he hung up before. */
    public enum Outcome { SERVED, HUMAN, CALLBACK, MESSAGE, LEFT }

    /** After so many wrong codes or IDs nobody tries further. */
    public static final int MOST_TRIES = 3;
    /** So often nothing or a wrong key is pressed, then a human takes over. */
    public static final int MOST_MISSES = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "menu_walk_seq")
    @SequenceGenerator(name = "menu_walk_seq", sequenceName = "menu_walk_seq")
    private Long id;
    @Column(name = "call_id", updatable = false)
    private long callId;
    @Column(name = "interaction_id", updatable = false)
    private long interactionId;
    @Column(updatable = false)
    private String flow;
    @Column(name = "edition_id", updatable = false)
    private long editionId;
    private String node;
    @Enumerated(EnumType.STRING)
    private Awaits awaits = Awaits.NOTHING;
    @Column(name = "prompt_id")
    private Long promptId;
    private String language;
    @Column(name = "claimed_id")
    private Long claimedId;
    @Column(name = "code_handle")
    private String codeHandle;
    @Column(name = "customer_id")
    private Long customerId;
    private int tries;
    private int misses;
    private int answers;
    @Enumerated(EnumType.STRING)
    private Outcome outcome;
    @Column(name = "begun_at", updatable = false)
    private Instant begunAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    private int version;

    protected MenuWalk() {
    }

    public MenuWalk(long callId, long interactionId, MenuEdition edition, String language, Instant now) {
        this.callId = callId;
        this.interactionId = interactionId;
        this.flow = edition.flow();
        this.editionId = edition.id();
        this.node = edition.content().start();
        this.language = language;
        this.begunAt = now;
    }

    public void comesTo(String place) {
        if (!place.equals(node)) {
            misses = 0;
        }
        node = place;
    }

    /** @param prompt id of the command; only keys that answer it count from now on */
    public void isAsked(Awaits what, long prompt) {
        awaits = what;
        promptId = prompt;
    }

    /** Whether these keys answer what he was asked last; said twice they count once. */
    public boolean answers(Long prompt) {
        return promptId != null && promptId.equals(prompt);
    }

    /** What he pressed was taken. */
    public void taken() {
        promptId = null;
    }

    public void speaks(String chosen) {
        language = chosen;
    }

    /** @return whether he may go on trying */
    public boolean missed() {
        return ++misses < MOST_MISSES;
    }

    /** Somebody's ID was typed. @param customer null when nobody has it @param handle of the code that was sent, or null */
    public void claims(Long customer, String handle) {
        claimedId = customer;
        codeHandle = handle;
    }

    /** @return whether he may go on trying */
    public boolean failed() {
        claimedId = null;
        codeHandle = null;
        return ++tries < MOST_TRIES;
    }

    public boolean mayTry() {
        return tries < MOST_TRIES;
    }

    public void proved() {
        customerId = claimedId;
        claimedId = null;
        codeHandle = null;
    }

    /** He heard what he called for. */
    public void heardAnswer() {
        answers++;
    }

    public void ends(Outcome how, Instant now) {
        if (outcome == null) {
            outcome = how;
            endedAt = now;
            awaits = Awaits.NOTHING;
            promptId = null;
            claimedId = null;
            codeHandle = null;
        }
    }

    /** Nobody hears him any more. */
    public void hungUp(Instant now) {
        ends(answers > 0 ? Outcome.SERVED : Outcome.LEFT, now);
    }

    /** He hung up when he had spoken; the sound may come after him. */
    public void recordingComesLate() {
        awaits = Awaits.LATE;
    }

    public void reopenForMessage() {
        outcome = null;
    }

    public Long id() {
        return id;
    }

    public long callId() {
        return callId;
    }

    public long interactionId() {
        return interactionId;
    }

    public String flow() {
        return flow;
    }

    public long editionId() {
        return editionId;
    }

    public String node() {
        return node;
    }

    public Awaits awaits() {
        return awaits;
    }

    public Optional<Long> promptId() {
        return Optional.ofNullable(promptId);
    }

    public String language() {
        return language;
    }

    public Optional<Long> claimed() {
        return Optional.ofNullable(claimedId);
    }

    public Optional<String> codeHandle() {
        return Optional.ofNullable(codeHandle);
    }

    /** Who he is, once he has proved it in this call. */
    public Optional<Long> customer() {
        return Optional.ofNullable(customerId);
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}
