// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.Instant;

/** The note that somebody is writing at a case, saved while he types: neither a colleague nor another state of the case takes it from him. */
@Entity
@Table(name = "case_draft")
public class CaseDraft {
    /** Whose, at which case. */
    @Embeddable
    public record Key(@Column(name = "case_id") long caseId, @Column(name = "user_id") long userId) implements Serializable {
    }

    @EmbeddedId
    private Key key;
    private String text;
    @Column(name = "updated_at")
    private Instant updatedAt;

    protected CaseDraft() {
    }

    public CaseDraft(Key key) {
        this.key = key;
    }

    public void write(String written, Instant now) {
        text = written;
        updatedAt = now;
    }

    public String text() {
        return text;
    }
}
