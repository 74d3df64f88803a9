// SPDX-License-Identifier: Apache-2.0
package il.moked.survey;

import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One customer is asked how one thing was, by a link that is good for one answer. Only a hash of the link's token is kept. */
@Entity
@Table(name = "survey")
public class Survey {
    /** Nobody is asked more often than once in this time, whatever happened and on whatever channel. */
    public static final Duration REST = Duration.ofDays(30);
    /** So long it can be answered: later nobody remembers. */
    public static final Duration OPEN = Duration.ofDays(14);
    public static final int LONGEST_REMARK = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "survey_seq")
    @SequenceGenerator(name = "survey_seq", sequenceName = "survey_seq")
    private Long id;
    @Column(name = "token_hash", updatable = false)
    private String tokenHash;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Occasion occasion;
    @Column(name = "occasion_id", updatable = false)
    private long occasionId;
    @Column(name = "customer_id", updatable = false)
    private long customerId;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Segment segment;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Channel channel;
    @Column(name = "team_id", updatable = false)
    private Long teamId;
    @Column(updatable = false)
    private String language;
    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;
    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;
    @Column(name = "answered_at")
    private Instant answeredAt;
    private Integer overall;
    private Integer expectations;
    private Integer ideal;
    private String remark;
    @Version
    private int version;

    protected Survey() {
    }

    /** What ended. @param id of the conversation, case or visit @param teamId of the team that served him @param channel it was on, or null */
    public record About(Occasion occasion, long id, long teamId, Channel channel) {
    }

    public Survey(String tokenHash, Customer customer, About about, Instant now) {
        this.tokenHash = tokenHash;
        this.occasion = about.occasion();
        this.occasionId = about.id();
        this.teamId = about.teamId();
        this.channel = about.channel();
        this.customerId = customer.id();
        this.segment = customer.segment();
        this.language = customer.language();
        this.askedAt = now;
        this.expiresAt = now.plus(OPEN);
    }

    /**
     * Once, and never changed: whoever has the link afterwards sees only that it was answered.
     *
     * @param words of his own, or null
     * @throws BusinessException {@code survey.answered}, {@code survey.over}
     */
    public void answer(Judgement judgement, String words, Instant now) {
        if (answered()) {
            throw new BusinessException("survey.answered");
        }
        if (over(now)) {
            throw new BusinessException("survey.over");
        }
        overall = judgement.overall();
        expectations = judgement.expectations();
        ideal = judgement.ideal();
        remark = words;
        answeredAt = now;
    }

    public boolean answered() {
        return answeredAt != null;
    }

    public boolean over(Instant now) {
        return !now.isBefore(expiresAt);
    }

    public Long id() {
        return id;
    }

    public Occasion occasion() {
        return occasion;
    }

    public long occasionId() {
        return occasionId;
    }

    public long customerId() {
        return customerId;
    }

    public Segment segment() {
        return segment;
    }

    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    public String language() {
        return language;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public Optional<Judgement> judgement() {
        return answered() ? Optional.of(new Judgement(overall, expectations, ideal)) : Optional.empty();
    }

    public Optional<String> remark() {
        return Optional.ofNullable(remark);
    }
}
