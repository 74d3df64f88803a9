// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog;

import il.moked.channel.Channel;
import il.moked.customer.Segment;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prices promised to a customer until a moment, whatever the lists say later, and honoured on every channel by its number. It
 * is accepted or withdrawn once; one that is neither is over when its time is.
 */
@Entity
@Table(name = "quote")
public class Quote {
    public enum State { OFFERED, ACCEPTED, EXPIRED, WITHDRAWN }

    @Id
    private Long id;
    private String number;
    @Column(name = "customer_id")
    private Long customerId;
    @Enumerated(EnumType.STRING)
    private Segment segment;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Column(name = "interaction_id")
    private Long interactionId;
    private String currency;
    private String coupon;
    @Enumerated(EnumType.STRING)
    private State state = State.OFFERED;
    @Column(name = "catalog_edition")
    private long catalogEdition;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "valid_until")
    private Instant validUntil;
    @Embedded
    private Taxed.Minor amounts = Taxed.Minor.NONE;
    @Column(name = "ended_by")
    private String endedBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Enumerated(EnumType.STRING)
    @Column(name = "ended_channel")
    private Channel endedChannel;
    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "quote_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<QuoteLine> lines = new ArrayList<>();
    @Version
    private int version;

    /**
     * Where and for whom it was given.
     *
     * @param customerId null when nobody knows yet who it is
     * @param channel null in a branch, or by another system
     * @param interactionId the conversation, or null
     */
    public record Given(Long customerId, Segment segment, Channel channel, Long interactionId, String by, Instant at, Instant validUntil) {
    }

    protected Quote() {
    }

    /** @param id each only once; its number comes from it @param catalogEdition of everything it was reckoned from */
    public Quote(long id, Given given, String currency, String coupon, long catalogEdition) {
        this.id = id;
        this.number = QuoteNumber.of(id).digits();
        this.customerId = given.customerId();
        this.segment = given.segment();
        this.channel = given.channel();
        this.interactionId = given.interactionId();
        this.madeBy = given.by();
        this.madeAt = given.at();
        this.validUntil = given.validUntil();
        this.currency = currency;
        this.coupon = coupon;
        this.catalogEdition = catalogEdition;
    }

    /** @param why what was decided about the line, as JSON */
    public void promise(PricedLine line, String why) {
        lines.add(new QuoteLine(lines.size() + 1, line, why));
        amounts = amounts.plus(Taxed.Minor.of(line.amounts()));
    }

    /**
     * The customer takes it, on whatever channel.
     *
     * @throws BusinessException {@code catalog.quote-expired} with number and end, {@code catalog.quote-ended} when it was accepted or withdrawn already
     */
    public void accept(Channel on, String by, Instant now) {
        expectOffered(now);
        end(State.ACCEPTED, on, by, now);
    }

    /** It is not offered any more. @throws BusinessException as {@link #accept} */
    public void withdraw(String by, Instant now) {
        expectOffered(now);
        end(State.WITHDRAWN, null, by, now);
    }

    private void expectOffered(Instant now) {
        if (state(now) == State.EXPIRED) {
            throw new BusinessException("catalog.quote-expired", new QuoteNumber(number).spoken(), validUntil);
        }
        if (state != State.OFFERED) {
            throw new BusinessException("catalog.quote-ended", new QuoteNumber(number).spoken(), state.name());
        }
    }

    private void end(State as, Channel on, String by, Instant now) {
        state = as;
        endedChannel = on;
        endedBy = by;
        endedAt = now;
    }

    public State state(Instant now) {
        return state == State.OFFERED && !now.isBefore(validUntil) ? State.EXPIRED : state;
    }

    public Long id() {
        return id;
    }

    public QuoteNumber number() {
        return new QuoteNumber(number);
    }

    public Optional<Long> customerId() {
        return Optional.ofNullable(customerId);
    }

    public Segment segment() {
        return segment;
    }

    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public String currency() {
        return currency;
    }

    public Optional<String> coupon() {
        return Optional.ofNullable(coupon);
    }

    public long catalogEdition() {
        return catalogEdition;
    }

    public String madeBy() {
        return madeBy;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Instant validUntil() {
        return validUntil;
    }

    public Taxed amounts() {
        return amounts.in(currency);
    }

    public Money net() {
        return amounts().net();
    }

    public Money vat() {
        return amounts().vat();
    }

    public Money gross() {
        return amounts().gross();
    }

    public List<QuoteLine> lines() {
        return List.copyOf(lines);
    }

    public int version() {
        return version;
    }
}
