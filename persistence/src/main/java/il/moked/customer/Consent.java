// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.channel.Channel;
import il.moked.shared.ShownText;
import il.moked.shared.WrongFieldsException;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a customer allowed or forbade on one channel for one purpose, with the proof: how and when he said it, the words,
 * and who wrote it down. Never changed: he who changes his mind says so in a new one, and the latest decides.
 */
@Entity
@Table(name = "consent")
public class Consent {
    /** {@link #PROMOTION} is what s. 30A of the Communications Law calls an advertisement; {@link #SERVICE} is about what he has or asked. */
    public enum Purpose { SERVICE, PROMOTION }

    /** How he said it. */
    public enum Manner { SPOKEN, IN_WRITING, SIGNED, WEB_SITE, APP, OTHER_SYSTEM }

    /** On which we come to him by ourselves: nobody is written to by a form or spoken to in a chat he did not open. */
    public static final Set<Channel> CHANNELS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Channel.FORM, Channel.CHAT)));
    private static final int LONGEST_WORDING = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_seq")
    @SequenceGenerator(name = "consent_seq", sequenceName = "consent_seq")
    private Long id;
    @Column(name = "customer_id")
    private long customerId;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Enumerated(EnumType.STRING)
    private Purpose purpose;
    private boolean given;
    @Enumerated(EnumType.STRING)
    private Manner manner;
    private String wording;
    @Column(name = "said_at")
    private Instant saidAt;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected Consent() {
    }

    /**
     * @param given true: he allows it, false: he forbids it
     * @param wording what he was asked and said, or the text he signed; without it there is no proof
     * @param saidAt null: now
     * @throws WrongFieldsException naming every field that is wrong or missing
     */
    public Consent(long customerId, Channel channel, Purpose purpose, Boolean given, Manner manner, String wording, Instant saidAt, String recordedBy, Instant now) {
        WrongFieldsException.Reading reading = new WrongFieldsException.Reading();
        reading.require("channel", channel);
        reading.require("purpose", purpose);
        reading.require("given", given);
        reading.require("manner", manner);
        if (channel != null && !CHANNELS.contains(channel)) {
            reading.refuse("channel", "shared.choice");
        }
        String words = wording == null || wording.isBlank() ? null : ShownText.storable(wording.strip());
        if (words != null && words.length() > LONGEST_WORDING) {
            reading.refuse("wording", "shared.too-long", LONGEST_WORDING);
        }
        reading.require("wording", words);
        if (saidAt != null && saidAt.isAfter(now)) {
            reading.refuse("saidAt", "customer.said-later");
        }
        reading.done();
        this.customerId = customerId;
        this.channel = channel;
        this.purpose = purpose;
        this.given = given;
        this.manner = manner;
        this.wording = words;
        this.saidAt = saidAt == null ? now : saidAt;
        this.recordedBy = recordedBy;
        this.recordedAt = now;
    }

    public Long id() {
        return id;
    }

    public long customerId() {
        return customerId;
    }

    public Channel channel() {
        return channel;
    }

    public Purpose purpose() {
        return purpose;
    }

    public boolean given() {
        return given;
    }

    public Manner manner() {
        return manner;
    }

    public String wording() {
        return wording;
    }

    public Instant saidAt() {
        return saidAt;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
