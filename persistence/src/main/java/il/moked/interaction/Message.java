// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.SearchAnalysis;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.automaticindexing.ReindexOnUpdate;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexedEmbedded;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;

/**
 * One public message: what the customer wrote, or what he was written. Internal notes are another table, so that no
 * mistake in a query can ever show one to a customer. The html is kept as it came and is made safe each time it is shown.
 */
@Entity
@Indexed(index = "message")
@Table(name = "message")
public class Message {
    public enum Direction { INBOUND, OUTBOUND }

    /** What the customer gets of an outgoing message. DELIVERED and READ only where the provider reports them. */
    public enum Delivery { QUEUED, SENDING, ACCEPTED, DELIVERED, READ, FAILED, UNKNOWN }

    /** What whoever reads it must know about how it came. */
    public enum Notice { UNREADABLE, CHARSET_GUESSED, TRUNCATED, ENCRYPTED, SIGNED, TNEF, BROKEN_STRUCTURE, NO_SENDER, BOUNCE, AUTO_REPLY, BULK, CARD_NUMBER_MASKED }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_seq")
    @SequenceGenerator(name = "message_seq", sequenceName = "message_seq")
    @DocumentId
    @GenericField(name = "number", sortable = Sortable.YES)
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "interaction_id")
    @IndexedEmbedded(includePaths = {"id", "subject", "customer.displayName"})
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    private Interaction interaction;
    /** Of its conversation, so that all his messages are found without their conversations. */
    @Column(name = "customer_id")
    private Long customerId;
    private int position;
    @Enumerated(EnumType.STRING)
    private Direction direction;
    private String author;
    @Column(name = "author_user_id")
    private Long authorUserId;
    private Instant at;
    @FullTextField(analyzer = SearchAnalysis.HEBREW)
    private String text;
    private String quoted;
    private String html;
    @Column(name = "external_id")
    private String externalId;
    private String composition;
    @Enumerated(EnumType.STRING)
    private Delivery delivery;
    private String notices;
    @Column(name = "inbound_id")
    private Long inboundId;
    private boolean automatic;

    protected Message() {
    }

    public static Message inbound(Interaction interaction, String author, String text, String quoted, String html, String externalId, Set<Notice> notices, Long inboundId, Instant at) {
        Message message = new Message();
        message.interaction = interaction;
        message.customerId = interaction.customerId();
        message.position = interaction.received(text, at);
        message.direction = Direction.INBOUND;
        message.author = author;
        message.text = text;
        message.quoted = quoted;
        message.html = html;
        message.externalId = externalId;
        message.notices = notices.isEmpty() ? null : notices.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        message.inboundId = inboundId;
        message.at = at;
        return message;
    }

    public static Message outbound(Interaction interaction, String author, long authorUserId, String text, String composition, Instant at) {
        Message message = new Message();
        message.interaction = interaction;
        message.customerId = interaction.customerId();
        message.position = interaction.answered(text, at);
        message.direction = Direction.OUTBOUND;
        message.author = author;
        message.authorUserId = authorUserId;
        message.text = text;
        message.composition = composition;
        message.delivery = interaction.channel().live() ? Delivery.ACCEPTED : Delivery.QUEUED;
        message.at = at;
        return message;
    }

    public static Message acknowledgement(Interaction interaction, String author, String text, Instant at) {
        Message message = new Message();
        message.interaction = interaction;
        message.customerId = interaction.customerId();
        message.position = interaction.acknowledged(at);
        message.direction = Direction.OUTBOUND;
        message.author = author;
        message.text = text;
        message.delivery = Delivery.QUEUED;
        message.automatic = true;
        message.at = at;
        return message;
    }

    /** What the customer handed in elsewhere, on a page he was sent: it belongs here, and nobody waits for an answer. */
    public static Message handedIn(Interaction interaction, String author, String text, Instant at) {
        Message message = new Message();
        message.interaction = interaction;
        message.customerId = interaction.customerId();
        message.position = interaction.acknowledged(at);
        message.direction = Direction.INBOUND;
        message.author = author;
        message.text = text;
        message.at = at;
        return message;
    }

    /** Takes out an address that opens something, once it may open nothing any more. @param opening of addresses that do */
    public void withoutAddress(Pattern opening) {
        text = opening.matcher(text).replaceAll("•••");
        interaction.withoutAddress(opening);
    }

    public void sentAs(String id) {
        externalId = id;
    }

    public void delivery(Delivery now) {
        delivery = now;
    }

    public Long id() {
        return id;
    }

    public Interaction interaction() {
        return interaction;
    }

    public int position() {
        return position;
    }

    public Direction direction() {
        return direction;
    }

    public String author() {
        return author;
    }

    public Instant at() {
        return at;
    }

    public String text() {
        return text;
    }

    public Optional<String> quoted() {
        return Optional.ofNullable(quoted);
    }

    public Optional<String> html() {
        return Optional.ofNullable(html);
    }

    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    public Optional<Delivery> delivery() {
        return Optional.ofNullable(delivery);
    }

    public Set<Notice> notices() {
        return notices == null ? Set.of() : Arrays.stream(notices.split(",")).map(Notice::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Notice.class)));
    }

    public Optional<Long> inboundId() {
        return Optional.ofNullable(inboundId);
    }

    public boolean automatic() {
        return automatic;
    }
}
