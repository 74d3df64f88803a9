// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.casework.ServiceCase;
import jakarta.persistence.*;
import java.time.Instant;

/** What complainants are told when the fault behind their complaints is mended. */
@Entity
@Table(name = "fix_news")
public class FixNews {
    public static final int LONGEST = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fix_news_seq")
    @SequenceGenerator(name = "fix_news_seq", sequenceName = "fix_news_seq")
    private Long id;
    @Column(name = "problem_id", updatable = false)
    private long problemId;
    @Column(name = "text_he", updatable = false)
    private String hebrew;
    @Column(name = "text_en", updatable = false)
    private String english;
    @Column(name = "told_by", updatable = false)
    private String toldBy;
    @Column(name = "told_at", updatable = false)
    private Instant toldAt;

    protected FixNews() {
    }

    public FixNews(ServiceCase problem, String hebrew, String english, String by, Instant now) {
        this.problemId = problem.id();
        this.hebrew = hebrew;
        this.english = english;
        this.toldBy = by;
        this.toldAt = now;
    }

    public Long id() {
        return id;
    }

    public long problemId() {
        return problemId;
    }

    /** In Hebrew for every language but English. */
    public String text(String language) {
        return "en".equals(language) ? english : hebrew;
    }

    public String toldBy() {
        return toldBy;
    }

    public Instant toldAt() {
        return toldAt;
    }
}
