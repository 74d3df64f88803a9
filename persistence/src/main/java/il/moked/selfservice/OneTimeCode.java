// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import il.moked.customer.ContactPoint;
import jakarta.persistence.*;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Six digits sent to an address, for one purpose and for the browser that asked: whoever types them there within five minutes has
 * that telephone or mailbox. Five wrong tries end it; it is good once. It is made for an address nobody has as well, and sent to nobody.
 */
@Entity
@Table(name = "one_time_code")
public class OneTimeCode {
    /** What it opens. A code for one purpose proves nothing for another. */
    public enum Purpose { CUSTOMER_SIGN_IN, COMPANY_SIGN_IN, SECURE_LINK, TELEPHONE, NEW_ADDRESS, DATA_EXPORT, CHAT_TRANSCRIPT }

    public static final Duration VALID = Duration.ofMinutes(5);
    public static final int MOST_TRIES = 5;
    /** So often it may be asked who of several he is, after the code. */
    public static final int MOST_QUESTIONS = 3;
    /** After the code was right he may think so long about who he is. */
    private static final Duration PROVED = Duration.ofMinutes(5);
    private static final int LONGEST_VISITOR = 80;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "one_time_code_seq")
    @SequenceGenerator(name = "one_time_code_seq", sequenceName = "one_time_code_seq")
    private Long id;
    @Enumerated(EnumType.STRING)
    private Purpose purpose;
    @Column(name = "handle_hash")
    private String handleHash;
    @Column(name = "code_hash")
    private String codeHash;
    @Enumerated(EnumType.STRING)
    private ContactPoint.Kind kind;
    private String address;
    private String language;
    private String visitor;
    @Column(name = "customer_id")
    private Long customerId;
    @Column(name = "interaction_id")
    private Long interactionId;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "expires_at")
    private Instant expiresAt;
    private int tries;
    private int questions;
    @Column(name = "proved_at")
    private Instant provedAt;
    @Column(name = "used_at")
    private Instant usedAt;
    @Version
    private int version;

    protected OneTimeCode() {
    }

    /** Whom it is for. @param customerId of whom it is known; null when that is asked by the address */
    public record Asked(Purpose purpose, ContactPoint.Kind kind, String address, Long customerId, String language, String visitor) {
    }

    public OneTimeCode(Asked asked, Secret handle, String digits, Instant now) {
        purpose = asked.purpose();
        kind = asked.kind();
        address = asked.address();
        customerId = asked.customerId();
        language = asked.language();
        visitor = asked.visitor().length() > LONGEST_VISITOR ? asked.visitor().substring(0, LONGEST_VISITOR) : asked.visitor();
        handleHash = handle.hash();
        codeHash = handle.hashWith(digits);
        createdAt = now;
        expiresAt = now.plus(VALID);
    }

    public static String digits() {
        return String.format("%06d", RANDOM.nextInt(1_000_000));
    }

    /** A try counts whether it is right or not; the right one is good once. @return whether these are the digits */
    public boolean prove(Secret handle, String digits, Instant now) {
        if (provedAt != null || tries >= MOST_TRIES || !now.isBefore(expiresAt)) {
            return false;
        }
        tries++;
        String typed = digits == null ? "" : digits.replaceAll("[\\s-]", "");
        boolean right = MessageDigest.isEqual(codeHash.getBytes(StandardCharsets.US_ASCII), handle.hashWith(typed).getBytes(StandardCharsets.US_ASCII));
        if (right) {
            provedAt = now;
        }
        return right;
    }

    /** Whether it was proved just now and nothing was opened with it yet. */
    public boolean open(Instant now) {
        return provedAt != null && usedAt == null && now.isBefore(provedAt.plus(PROVED));
    }

    /** Counts how often it was asked who of several he is. @return false when it was asked too often */
    public boolean question() {
        return questions++ < MOST_QUESTIONS;
    }

    public void use(Instant now) {
        usedAt = now;
    }

    public void sentIn(long interaction) {
        interactionId = interaction;
    }

    public Long id() {
        return id;
    }

    public Purpose purpose() {
        return purpose;
    }

    public ContactPoint.Kind kind() {
        return kind;
    }

    public String address() {
        return address;
    }

    public String language() {
        return language;
    }

    public Optional<Long> customerId() {
        return Optional.ofNullable(customerId);
    }

    public Optional<Long> interactionId() {
        return Optional.ofNullable(interactionId);
    }
}
