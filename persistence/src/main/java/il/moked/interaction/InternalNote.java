// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.access.StaffUser;
import jakarta.persistence.*;
import java.time.Instant;

/** What staff tell each other about a conversation. Never leaves the house. */
@Entity
@Table(name = "internal_note")
public class InternalNote {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "internal_note_seq")
    @SequenceGenerator(name = "internal_note_seq", sequenceName = "internal_note_seq")
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "interaction_id")
    private Interaction interaction;
    @Column(name = "after_position")
    private int afterPosition;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_user_id")
    private StaffUser author;
    private Instant at;
    private String text;
    private String composition;

    protected InternalNote() {
    }

    public InternalNote(Interaction interaction, StaffUser author, String text, String composition, Instant at) {
        this.interaction = interaction;
        this.afterPosition = interaction.messages();
        this.author = author;
        this.text = text;
        this.composition = composition;
        this.at = at;
    }

    public Long id() {
        return id;
    }

    public int afterPosition() {
        return afterPosition;
    }

    public StaffUser author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    public String text() {
        return text;
    }
}
