// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A link for one customer and one purpose, sent from within his conversation or case. Whoever holds its 256 random bits may do that one
 * thing until it is done, withdrawn or over; only their hash is kept. Where the page shows what is personal, he proves himself once
 * more: by a code sent to an address of the customer, or by digits that were agreed with him.
 */
@Entity
@Table(name = "secure_link")
public class SecureLink {
    public enum Kind {
        FORM, CAMERA, PAYMENT, STATUS;

        /** Whether its page shows what is personal. */
        public boolean personal() {
            return this == FORM || this == STATUS;
        }
    }

    public enum Proof { NONE, CODE, DIGITS }

    /** How it went to the customer. */
    public enum Way { CONVERSATION, SMS, EMAIL }

    /** LOCKED: the digits were tried too often. What is over in time is told by {@link #standing}. */
    public enum State { SENT, OPENED, DONE, WITHDRAWN, LOCKED, EXPIRED }

    public static final int MOST_TRIES = 5;
    public static final Duration LONGEST = Duration.ofHours(24);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "secure_link_seq")
    @SequenceGenerator(name = "secure_link_seq", sequenceName = "secure_link_seq")
    private Long id;
    @Column(updatable = false)
    private String reference;
    @Column(name = "token_hash", updatable = false)
    private String tokenHash;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;
    @Column(name = "customer_id", updatable = false)
    private long customerId;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Column(name = "case_id", updatable = false)
    private Long caseId;
    @Column(updatable = false)
    private String language;
    @Column(name = "template_id", updatable = false)
    private Long templateId;
    @Column(updatable = false)
    private String title;
    @Column(updatable = false)
    private String words;
    @Column(name = "order_number", updatable = false)
    private String orderNumber;
    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Proof proof;
    @Column(name = "proof_address", updatable = false)
    private String proofAddress;
    @Column(name = "digits_hash", updatable = false)
    private String digitsHash;
    private int tries;
    @Column(name = "browser_hash")
    private String browserHash;
    @Column(name = "sent_by", updatable = false)
    private String sentBy;
    @Column(name = "sent_by_id", updatable = false)
    private Long sentById;
    @Enumerated(EnumType.STRING)
    private Way way;
    @Enumerated(EnumType.STRING)
    private State state = State.SENT;
    @Column(name = "created_at", updatable = false)
    private Instant createdAt;
    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "settled_at")
    private Instant settledAt;
    @Column(name = "message_id")
    private Long messageId;
    @Version
    private int version;

    protected SecureLink() {
    }

    /** Whose it is and where it belongs. @param caseId or null @param interactionId or null */
    public record Bound(long customerId, Long interactionId, Long caseId, String language) {
    }

    /** What it is about. @param templateId and @param words of a form only @param orderNumber of a payment only */
    public record About(Kind kind, String title, Long templateId, String words, String orderNumber) {
    }

    /** @param address where a code goes, or null @param digits that were agreed, or null */
    public record Proving(Proof proof, String address, String digits) {
    }

    /** @throws BusinessException {@code selfservice.link-proof} when its page shows what is personal and nobody proves himself */
    public SecureLink(String reference, Secret token, Bound bound, About about, Proving proving, String by, Long byId, Instant now, Instant expires) {
        if (about.kind().personal() && proving.proof() == Proof.NONE) {
            throw new BusinessException("selfservice.link-proof");
        }
        this.reference = reference;
        this.tokenHash = token.hash();
        this.kind = about.kind();
        this.customerId = bound.customerId();
        this.interactionId = bound.interactionId();
        this.caseId = bound.caseId();
        this.language = bound.language();
        this.title = about.title();
        this.templateId = about.templateId();
        this.words = about.words();
        this.orderNumber = about.orderNumber();
        this.proof = proving.proof();
        this.proofAddress = proving.proof() == Proof.CODE ? proving.address() : null;
        this.digitsHash = proving.proof() == Proof.DIGITS ? token.hashWith(proving.digits()) : null;
        this.sentBy = by;
        this.sentById = byId;
        this.way = Way.CONVERSATION;
        this.createdAt = now;
        this.expiresAt = expires.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : expires;
    }

    /** @param messageId that holds the address as it went, or null */
    public void sent(Way by, Long conversation, Long message) {
        way = by;
        interactionId = interactionId == null ? conversation : interactionId;
        messageId = message;
    }

    public State standing(Instant now) {
        boolean open = state == State.SENT || state == State.OPENED;
        return open && !now.isBefore(expiresAt) ? State.EXPIRED : state;
    }

    public boolean usable(Instant now) {
        State standing = standing(now);
        return standing == State.SENT || standing == State.OPENED;
    }

    /** @return whether it was opened for the first time */
    public boolean open(Instant now) {
        if (state != State.SENT) {
            return false;
        }
        state = State.OPENED;
        openedAt = now;
        return true;
    }

    /** @return whether these are the digits; too many wrong ones lock it */
    public boolean prove(Secret token, String digits, Instant now) {
        boolean right = digitsHash != null && usable(now) && same(digitsHash, token.hashWith(digits == null ? "" : digits.strip()));
        if (!right && ++tries >= MOST_TRIES && usable(now)) {
            state = State.LOCKED;
            settledAt = now;
        }
        return right;
    }

    /** The browser that proved itself, and no other from now on. */
    public void proved(Secret browser) {
        browserHash = browser.hash();
    }

    public boolean proves(Secret browser) {
        return proof == Proof.NONE || browserHash != null && same(browserHash, browser.hash());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws BusinessException {@code selfservice.link-over} when nothing can be done with it any more */
    public void refuseUnlessUsable(Instant now) {
        if (!usable(now)) {
            throw new BusinessException("selfservice.link-over");
        }
    }

    /** What it was for is done: it does nothing more. */
    public void done(Instant now) {
        refuseUnlessUsable(now);
        state = State.DONE;
        settledAt = now;
    }

    /** @throws BusinessException {@code selfservice.link-over} */
    public void withdraw(Instant now) {
        refuseUnlessUsable(now);
        state = State.WITHDRAWN;
        settledAt = now;
    }

    /** Its time is over. */
    public void expire(Instant now) {
        state = State.EXPIRED;
        settledAt = now;
    }

    /** The message does not hold the address any more. */
    public void forgotten() {
        messageId = null;
    }

    public Long id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public Kind kind() {
        return kind;
    }

    public long customerId() {
        return customerId;
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }

    public Optional<Long> caseId() {
        return Optional.ofNullable(caseId);
    }

    public String language() {
        return language;
    }

    public Optional<Long> templateId() {
        return Optional.ofNullable(templateId);
    }

    public String title() {
        return title;
    }

    public Optional<String> words() {
        return Optional.ofNullable(words);
    }

    public Optional<String> orderNumber() {
        return Optional.ofNullable(orderNumber);
    }

    public Proof proof() {
        return proof;
    }

    public Optional<String> proofAddress() {
        return Optional.ofNullable(proofAddress);
    }

    public String sentBy() {
        return sentBy;
    }

    public Optional<Long> sentById() {
        return Optional.ofNullable(sentById);
    }

    public Way way() {
        return way;
    }

    public State state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public Optional<Long> messageId() {
        return Optional.ofNullable(messageId);
    }
}
