// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;

/**
 * An article or a manual through all its versions. At most one is written or reviewed at a time, at most one is
 * published. Each act of an editor is upon the article as he saw it.
 */
@Entity
@Table(name = "article")
public class Article {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_seq")
    @SequenceGenerator(name = "article_seq", sequenceName = "article_seq")
    private Long id;
    @Column(name = "open_id")
    private Long openId;
    @Column(name = "current_id")
    private Long currentId;
    private int versions;
    @Column(name = "created_by")
    private String createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "changed_by")
    private String changedBy;
    @Column(name = "changed_at")
    private Instant changedAt;
    @Version
    private int version;

    protected Article() {
    }

    public Article(String by, Instant now) {
        createdBy = by;
        createdAt = now;
        changed(by, now);
    }

    /** @param seen the version of this row that was looked at */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    /** Begins the next version; it is to be added and then {@link #begun}. @throws BusinessException {@code knowledge.open-version} while another is written */
    public ArticleVersion draft(ArticleSheet sheet, String by, Instant now) {
        if (openId != null) {
            throw new BusinessException("knowledge.open-version");
        }
        versions++;
        changed(by, now);
        return new ArticleVersion(id, versions, sheet, by, now);
    }

    public void begun(ArticleVersion draft) {
        openId = draft.id();
    }

    public void write(ArticleVersion draft, ArticleSheet sheet, String by, Instant now) {
        draft.write(sheet, by, now);
        changed(by, now);
    }

    public void submit(ArticleVersion draft, String by, Instant now) {
        draft.submit(by, now);
        changed(by, now);
    }

    public void sendBack(ArticleVersion reviewed, String why, String by, Instant now) {
        reviewed.sendBack(why, by, now);
        changed(by, now);
    }

    /** @param before the version that was published or archived last, null when there was none */
    public void publish(ArticleVersion reviewed, ArticleVersion before, String by, Instant now) {
        reviewed.approve(by, now);
        if (before != null && before.state() == ArticleVersion.State.PUBLISHED) {
            before.end(ArticleVersion.State.REPLACED, by, now);
        }
        openId = null;
        currentId = reviewed.id();
        changed(by, now);
    }

    public void archive(ArticleVersion published, String by, Instant now) {
        published.end(ArticleVersion.State.ARCHIVED, by, now);
        changed(by, now);
    }

    /** The open version is gone. */
    public void discarded(String by, Instant now) {
        openId = null;
        changed(by, now);
    }

    private void changed(String by, Instant now) {
        changedBy = by;
        changedAt = now;
    }

    public Long id() {
        return id;
    }

    /** The version that is written or reviewed now. */
    public Optional<Long> openId() {
        return Optional.ofNullable(openId);
    }

    /** The version that was published last; it may be archived. */
    public Optional<Long> currentId() {
        return Optional.ofNullable(currentId);
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public int version() {
        return version;
    }
}
