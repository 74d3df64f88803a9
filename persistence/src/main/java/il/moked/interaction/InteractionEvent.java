// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/** Something that happened to a conversation beside its messages. The detail is data (a name, a reason), never a sentence. */
@Entity
@Table(name = "interaction_event")
public class InteractionEvent {
    public enum Kind { ACCEPTED, HANDED_OVER, CLOSED, REOPENED, BOUNCED, IDENTIFIED, RETURNED,
        CALL_STARTED, CALL_QUEUED, CALL_ANSWERED, CALL_HELD, CALL_RESUMED, CALL_TRANSFERRED, CALL_ENDED, CALL_ABANDONED, CALL_NOT_DONE, CALL_UNROUTED, RECORDING_PAUSED, RECORDING_RESUMED, CONSULTED, MENU_HEARD, MENU_TYPED, MENU_VERIFIED, MENU_UNVERIFIED,
        CALLBACK_ASKED, CALLBACK_REACHED, CALLBACK_REPEATED, CALLBACK_FAILED, CALLBACK_MISSED, CALLBACK_UNTOLD, CALLBACK_WITHDRAWN,
        CHAT_WENT_ON, IDENTITY_FITS, IDENTITY_FITS_NOT,
        LINK_SENT, LINK_OPENED, LINK_DONE, LINK_WITHDRAWN }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "interaction_event_seq")
    @SequenceGenerator(name = "interaction_event_seq", sequenceName = "interaction_event_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "interaction_id")
    private Interaction interaction;
    @Column(name = "after_position")
    private int afterPosition;
    private Instant at;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String actor;
    private String detail;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "note_id")
    private InternalNote note;

    protected InteractionEvent() {
    }

    public InteractionEvent(Interaction interaction, Kind kind, String actor, String detail, Instant at) {
        this.interaction = interaction;
        this.afterPosition = interaction.messages();
        this.kind = kind;
        this.actor = actor;
        this.detail = detail == null ? null : detail.substring(0, Math.min(detail.length(), 1000));
        this.at = at;
    }

    /** The note that tells why. */
    public InteractionEvent explainedBy(InternalNote why) {
        note = why;
        return this;
    }

    public Optional<InternalNote> note() {
        return Optional.ofNullable(note);
    }

    public int afterPosition() {
        return afterPosition;
    }

    public Instant at() {
        return at;
    }

    public Kind kind() {
        return kind;
    }

    public String actor() {
        return actor;
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }
}
