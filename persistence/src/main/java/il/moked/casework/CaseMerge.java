// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;

/** Two cases that were found to be the same: one goes on for both. Can be undone. */
@Entity
@Table(name = "case_merge")
public class CaseMerge {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_merge_seq")
    @SequenceGenerator(name = "case_merge_seq", sequenceName = "case_merge_seq")
    private Long id;
    @Column(name = "kept_id", updatable = false)
    private long keptId;
    @Column(name = "gone_id", updatable = false)
    private long goneId;
    @Column(name = "merged_by", updatable = false)
    private String mergedBy;
    @Column(name = "merged_at", updatable = false)
    private Instant mergedAt;
    @Column(name = "undone_by")
    private String undoneBy;
    @Column(name = "undone_at")
    private Instant undoneAt;

    protected CaseMerge() {
    }

    public CaseMerge(ServiceCase kept, ServiceCase gone, String by, Instant now) {
        this.keptId = kept.id();
        this.goneId = gone.id();
        this.mergedBy = by;
        this.mergedAt = now;
    }

    /** @throws BusinessException {@code casework.merge-undone} */
    public void undo(String by, Instant now) {
        if (undoneAt != null) {
            throw new BusinessException("casework.merge-undone");
        }
        undoneBy = by;
        undoneAt = now;
    }

    public Long id() {
        return id;
    }

    public long keptId() {
        return keptId;
    }

    public long goneId() {
        return goneId;
    }
}
