// SPDX-License-Identifier: Apache-2.0
package il.moked.company;

import jakarta.persistence.*;
import java.time.Instant;

/** In this session of the portal the password was given, after the code. It goes with the session. */
@Entity
@Table(name = "company_entry")
public class CompanyEntry {
    @Id
    @Column(name = "session_id")
    private long sessionId;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "entered_at")
    private Instant enteredAt;

    protected CompanyEntry() {
    }

    public CompanyEntry(long sessionId, CompanyUser user, Instant now) {
        this.sessionId = sessionId;
        this.userId = user.id();
        this.enteredAt = now;
    }

    public long userId() {
        return userId;
    }
}
