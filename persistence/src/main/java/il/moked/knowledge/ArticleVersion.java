// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.knowledge.ArticleSheet.Wording;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One version of an article, from its first draft to its end. Written as long as it is a draft; what somebody approved is not changed any more. */
@Entity
@Table(name = "article_version")
public class ArticleVersion {
    public static final int LONGEST_REMARK = 500;

    public enum State {
        DRAFT, IN_REVIEW, PUBLISHED,
        /** A later version is published in its place. */
        REPLACED, ARCHIVED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "article_version_seq")
    @SequenceGenerator(name = "article_version_seq", sequenceName = "article_version_seq")
    private Long id;
    @Column(name = "article_id")
    private Long articleId;
    private int number;
    @Enumerated(EnumType.STRING)
    private State state;
    @Enumerated(EnumType.STRING)
    private ArticleSheet.Kind kind;
    @Enumerated(EnumType.STRING)
    private Audience audience;
    private String sku;
    private String topics;
    @Column(name = "title_he")
    private String hebrewTitle;
    @Column(name = "body_he")
    private String hebrewBody;
    @Column(name = "questions_he")
    private String hebrewQuestions;
    @Column(name = "title_en")
    private String englishTitle;
    @Column(name = "body_en")
    private String englishBody;
    @Column(name = "questions_en")
    private String englishQuestions;
    @Column(name = "written_by")
    private String writtenBy;
    @Column(name = "written_at")
    private Instant writtenAt;
    @Column(name = "submitted_by")
    private String submittedBy;
    @Column(name = "submitted_at")
    private Instant submittedAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    private String remark;

    protected ArticleVersion() {
    }

    ArticleVersion(long articleId, int number, ArticleSheet sheet, String by, Instant now) {
        this.articleId = articleId;
        this.number = number;
        this.state = State.DRAFT;
        write(sheet, by, now);
    }

    /** @throws BusinessException {@code knowledge.not-draft} */
    void write(ArticleSheet sheet, String by, Instant now) {
        expect(State.DRAFT, "knowledge.not-draft");
        kind = sheet.kind();
        audience = sheet.audience();
        sku = sheet.sku();
        topics = String.join("\n", sheet.topics());
        Wording hebrew = sheet.hebrew();
        Wording english = sheet.english();
        hebrewTitle = hebrew == null ? null : hebrew.title();
        hebrewBody = hebrew == null ? null : hebrew.body();
        hebrewQuestions = hebrew == null ? null : String.join("\n", hebrew.questions());
        englishTitle = english == null ? null : english.title();
        englishBody = english == null ? null : english.body();
        englishQuestions = english == null ? null : String.join("\n", english.questions());
        writtenBy = by;
        writtenAt = now;
    }

    void submit(String by, Instant now) {
        expect(State.DRAFT, "knowledge.not-draft");
        state = State.IN_REVIEW;
        submittedBy = by;
        submittedAt = now;
        remark = null;
    }

    void sendBack(String why, String by, Instant now) {
        expect(State.IN_REVIEW, "knowledge.not-in-review");
        state = State.DRAFT;
        decided(why, by, now);
    }

    /** @throws BusinessException {@code knowledge.own-work}: whoever wrote or submitted it does not approve it */
    void approve(String by, Instant now) {
        expect(State.IN_REVIEW, "knowledge.not-in-review");
        if (by.equals(writtenBy) || by.equals(submittedBy)) {
            throw new BusinessException("knowledge.own-work");
        }
        state = State.PUBLISHED;
        decided(null, by, now);
    }

    private void decided(String why, String by, Instant now) {
        remark = why;
        decidedBy = by;
        decidedAt = now;
    }

    void end(State how, String by, Instant now) {
        expect(State.PUBLISHED, "knowledge.not-published");
        state = how;
        endedBy = by;
        endedAt = now;
    }

    private void expect(State wanted, String refusal) {
        if (state != wanted) {
            throw new BusinessException(refusal);
        }
    }

    public ArticleSheet sheet() {
        return new ArticleSheet(kind, audience, sku, lines(topics), wording(hebrewTitle, hebrewBody, hebrewQuestions), wording(englishTitle, englishBody, englishQuestions));
    }

    private static Wording wording(String title, String body, String questions) {
        return title == null ? null : new Wording(title, body, lines(questions));
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    public Long id() {
        return id;
    }

    public long articleId() {
        return articleId;
    }

    public int number() {
        return number;
    }

    public State state() {
        return state;
    }

    public Audience audience() {
        return audience;
    }

    public String writtenBy() {
        return writtenBy;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    public Optional<Instant> submittedAt() {
        return Optional.ofNullable(submittedAt);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Why it was sent back. */
    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }
}
