// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;

/** That an article was put into a conversation. Nothing here is changed afterwards. */
@Entity
@Table(name = "article_use")
public class ArticleUse {
    public enum Manner { TEXT, LINK }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_use_seq")
    @SequenceGenerator(name = "article_use_seq", sequenceName = "article_use_seq")
    private Long id;
    @Column(name = "article_id")
    private Long articleId;
    @Column(name = "version_id")
    private Long versionId;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Enumerated(EnumType.STRING)
    private Manner manner;
    @Column(name = "used_by")
    private String usedBy;
    @Column(name = "used_at")
    private Instant usedAt;

    protected ArticleUse() {
    }

    /** @throws BusinessException {@code knowledge.not-public} for a link to what customers may not read */
    public ArticleUse(ArticleVersion version, long interactionId, Manner manner, String by, Instant now) {
        if (manner == Manner.LINK && version.audience() != Audience.PUBLIC) {
            throw new BusinessException("knowledge.not-public");
        }
        this.articleId = version.articleId();
        this.versionId = version.id();
        this.interactionId = interactionId;
        this.manner = manner;
        this.usedBy = by;
        this.usedAt = now;
    }
}
