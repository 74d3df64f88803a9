// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.access.StaffUser;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.shared.BusinessException;
import il.moked.shared.SearchAnalysis;
import il.moked.shared.ShownText;
import jakarta.persistence.*;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.mapper.pojo.automaticindexing.ReindexOnUpdate;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexedEmbedded;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IndexingDependency;

/**
 * One conversation of a customer on one channel, from his first message until it is closed with a wrap-up reason. A
 * closed one is reopened by the customer's next message in the same thread. While it is open it may have an owner, the
 * agent who serves it; only the owner writes to the customer. It waits while the newest public message is the
 * customer's: the first unanswered message starts the wait, later ones do not restart it (field-study d.1, rule 3).
 */
@Entity
@Table(name = "interaction")
public class Interaction {
    public enum State { OPEN, CLOSED }

    private static final int SUBJECT_LENGTH = 500;
    private static final int LINE_LENGTH = 160;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "interaction_seq")
    @SequenceGenerator(name = "interaction_seq", sequenceName = "interaction_seq")
    @GenericField(projectable = Projectable.YES, searchable = Searchable.NO)
    private Long id;
    private String reference;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "customer_id")
    @IndexedEmbedded(includePaths = "displayName")
    @IndexingDependency(reindexOnUpdate = ReindexOnUpdate.NO)
    private Customer customer;
    /** The same, to be known without reading him. */
    @Column(name = "customer_id", insertable = false, updatable = false)
    private Long customerId;
    @Enumerated(EnumType.STRING)
    private Identification identification;
    @Column(name = "account_id")
    private long accountId;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Column(name = "team_id")
    private long teamId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private StaffUser owner;
    @FullTextField(analyzer = SearchAnalysis.HEBREW)
    private String subject;
    private String language;
    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "last_message_at")
    private Instant lastMessageAt;
    @Column(name = "waiting_since")
    private Instant waitingSince;
    @Column(name = "closed_at")
    private Instant closedAt;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "wrap_up_reason_id")
    private WrapUpReason wrapUpReason;
    @Column(name = "wrap_up_note")
    private String wrapUpNote;
    @Column(name = "reply_address")
    private String replyAddress;
    @Column(name = "last_line")
    private String lastLine = "";
    private int messages;
    private int unread;
    @Column(name = "related_id")
    private Long relatedId;
    @Version
    private int version;

    protected Interaction() {
    }

    public Interaction(String reference, Customer customer, Identification identification, ChannelAccount account, long teamId, String subject, String replyAddress, String language, Instant now) {
        this.reference = reference;
        this.customer = customer;
        this.customerId = customer == null ? null : customer.id();
        this.identification = identification;
        this.accountId = account.id();
        this.channel = account.channel();
        this.teamId = teamId;
        this.subject = CardNumbers.line(subject, SUBJECT_LENGTH);
        this.replyAddress = replyAddress;
        this.language = language;
        this.openedAt = now;
        this.lastMessageAt = now;
    }

    /** The customer wrote. Opens the conversation again if it was closed. @return the new message's position */
    public int received(String text, Instant at) {
        if (state == State.CLOSED) {
            state = State.OPEN;
            closedAt = null;
            wrapUpReason = null;
            wrapUpNote = null;
        }
        if (waitingSince == null) {
            waitingSince = at;
        }
        unread++;
        return next(text, at);
    }

    /** The owner answered. @return the new message's position */
    public int answered(String text, Instant at) {
        refuseIfClosed();
        waitingSince = null;
        unread = 0;
        return next(text, at);
    }

    /** Moked itself wrote (receipt acknowledged); the customer goes on waiting for a person. */
    public int acknowledged(Instant at) {
        messages++;
        lastMessageAt = at;
        return messages;
    }

    private int next(String text, Instant at) {
        lastLine = CardNumbers.line(text, LINE_LENGTH);
        lastMessageAt = at;
        messages++;
        return messages;
    }

    void withoutAddress(Pattern opening) {
        lastLine = opening.matcher(lastLine).replaceAll("•••");
    }

    public void ownedBy(StaffUser agent) {
        refuseIfClosed();
        owner = agent;
    }

    /** Back to the line; whoever is served next by it takes it. */
    public void giveToTeam(long team) {
        refuseIfClosed();
        teamId = team;
        owner = null;
    }

    public void read() {
        unread = 0;
    }

    public void close(WrapUpReason reason, String note, Instant now) {
        refuseIfClosed();
        state = State.CLOSED;
        closedAt = now;
        wrapUpReason = reason;
        wrapUpNote = note == null || note.isBlank() ? null : CardNumbers.masked(ShownText.of(note));
        waitingSince = null;
        unread = 0;
    }

    /** Undone within moments of closing, or taken up again by an agent. */
    public void reopen(Instant now) {
        if (state == State.OPEN) {
            throw new BusinessException("interaction.open");
        }
        state = State.OPEN;
        closedAt = null;
        wrapUpReason = null;
        wrapUpNote = null;
    }

    public void identifiedAs(Customer known) {
        customer = known;
        customerId = known.id();
        identification = Identification.CONFIRMED;
    }

    /** Somebody who speaks turns out to be another than was thought, by his number or what he typed; a person's word stands. */
    public void recognisedAs(Customer caller, Identification how) {
        if (identification != Identification.CONFIRMED) {
            customer = caller;
            customerId = caller.id();
            identification = how;
        }
    }

    /** What a caller wants to speak about, as far as he said by now. */
    public void about(String topic, String spoken) {
        subject = CardNumbers.line(topic, SUBJECT_LENGTH);
        lastLine = CardNumbers.line(topic, LINE_LENGTH);
        language = spoken;
    }

    /** A caller waits for an agent. */
    public void callerWaits(Instant since) {
        if (waitingSince == null || since.isBefore(waitingSince)) {
            waitingSince = since;
        }
        lastMessageAt = since.isAfter(lastMessageAt) ? since : lastMessageAt;
    }

    /** Somebody talks to the caller, or he is gone. */
    public void callerWaitsNoLonger(Instant at) {
        waitingSince = null;
        lastMessageAt = at.isAfter(lastMessageAt) ? at : lastMessageAt;
    }

    public void relatedTo(long other) {
        relatedId = other;
    }

    public void refuseIfClosed() {
        if (state == State.CLOSED) {
            throw new BusinessException("interaction.closed", reference);
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    public boolean ownedBy(long userId) {
        return owner != null && owner.id() == userId;
    }

    public Long id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public Customer customer() {
        return customer;
    }

    public Long customerId() {
        return customerId;
    }

    public Identification identification() {
        return identification;
    }

    public long accountId() {
        return accountId;
    }

    public Channel channel() {
        return channel;
    }

    public long teamId() {
        return teamId;
    }

    public Optional<StaffUser> owner() {
        return Optional.ofNullable(owner);
    }

    public String subject() {
        return subject;
    }

    public String language() {
        return language;
    }

    public State state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant lastMessageAt() {
        return lastMessageAt;
    }

    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<WrapUpReason> wrapUpReason() {
        return Optional.ofNullable(wrapUpReason);
    }

    public Optional<String> wrapUpNote() {
        return Optional.ofNullable(wrapUpNote);
    }

    public Optional<String> replyAddress() {
        return Optional.ofNullable(replyAddress);
    }

    public String lastLine() {
        return lastLine;
    }

    public int messages() {
        return messages;
    }

    public int unread() {
        return unread;
    }

    public Optional<Long> relatedId() {
        return Optional.ofNullable(relatedId);
    }

    public int version() {
        return version;
    }
}
