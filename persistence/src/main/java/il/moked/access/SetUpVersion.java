// SPDX-License-Identifier: Apache-2.0
package il.moked.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What one thing of the organisation's set-up became by one change: a queue, an account, who has a skill. Written, never changed. */
@Entity
@Table(name = "set_up_version")
public class SetUpVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "set_up_version_seq")
    @SequenceGenerator(name = "set_up_version_seq", sequenceName = "set_up_version_seq")
    private Long id;
    private String subject;
    @Column(name = "subject_id")
    private long subjectId;
    private int number;
    private String action;
    private String detail;
    private String content;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "made_at")
    private Instant madeAt;

    protected SetUpVersion() {
    }

    /**
     * @param number 1 upwards, one more than the last of the thing
     * @param detail what was changed, for people
     * @param content JSON of the thing as it is from now on; null where it cannot be put back from here
     */
    public SetUpVersion(String subject, long subjectId, int number, String action, String detail, String content, String madeBy, Instant madeAt) {
        this.subject = subject;
        this.subjectId = subjectId;
        this.number = number;
        this.action = action;
        this.detail = detail;
        this.content = content;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
    }
}
