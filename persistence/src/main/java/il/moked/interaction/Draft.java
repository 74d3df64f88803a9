// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.access.StaffUser;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.UUID;

/**
 * What an agent is writing in a conversation, saved while he types and independent of what happens to the conversation.
 * Its composition id travels with the message that is made of it and is unique there: pressing send twice, or in two
 * windows, sends once.
 */
@Entity
@Table(name = "draft")
public class Draft {
    public enum Mode { REPLY, NOTE }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "draft_seq")
    @SequenceGenerator(name = "draft_seq", sequenceName = "draft_seq")
    private Long id;
    @Column(name = "interaction_id")
    private long interactionId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private StaffUser user;
    @Enumerated(EnumType.STRING)
    private Mode mode = Mode.REPLY;
    private String text = "";
    private String composition = UUID.randomUUID().toString();
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Draft() {
    }

    public Draft(long interactionId, StaffUser user, Instant now) {
        this.interactionId = interactionId;
        this.user = user;
        this.updatedAt = now;
    }

    public void write(Mode inMode, String newText, Instant now) {
        mode = inMode;
        text = newText == null ? "" : newText;
        updatedAt = now;
    }

    public Long id() {
        return id;
    }

    public Mode mode() {
        return mode;
    }

    public String text() {
        return text;
    }

    public String composition() {
        return composition;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
