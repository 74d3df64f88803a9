// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.customer.Identification;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Conversations and what belongs to them. No query here counts or sorts history: each reads one page along an index. */
@ApplicationScoped
public class Interactions {
    private static final String LINE = """
            select new il.moked.interaction.InteractionLine(i.id, i.reference, i.channel, c.id, c.displayName, c.segment, i.subject, i.lastLine, i.state,
                i.openedAt, i.lastMessageAt, i.waitingSince, i.unread, o.id, o.hebrewName, o.englishName)
            from Interaction i join i.customer c left join i.owner o where\s""";
    private static final List<InteractionEvent.Kind> HAND_OVER_OR_ITS_END = List.of(InteractionEvent.Kind.HANDED_OVER, InteractionEvent.Kind.CLOSED, InteractionEvent.Kind.REOPENED, InteractionEvent.Kind.RETURNED);
    private static final String BEFORE = " and (i.lastMessageAt < :at or i.lastMessageAt = :at and i.id < :id)";
    private static final String NEWEST_FIRST = " order by i.lastMessageAt desc, i.id desc";

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    public Interaction get(long id) {
        return known(entities.find(Interaction.class, id));
    }

    /** The account a conversation came through. */
    public long accountOf(long id) {
        return get(id).accountId();
    }

    /** Locks it until the transaction ends: messages of one conversation get their places one after the other. */
    public Interaction getLocked(long id) {
        return known(entities.find(Interaction.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Who served the customer last, if that is not longer ago than the given moment. */
    public Optional<Long> lastOwner(Long customerId, Instant after) {
        return customerId == null ? Optional.empty() : entities.createQuery("""
                select i.owner.id from Interaction i where i.customer.id = :customer and i.lastMessageAt > :after and i.owner is not null order by i.lastMessageAt desc, i.id desc""", Long.class)
                .setParameter("customer", customerId).setParameter("after", after).setMaxResults(1).setFlushMode(FlushModeType.COMMIT).getResultStream().findFirst();
    }

    /** The newest conversation with an address on an account that is open or in which something was written after the given moment. */
    public Optional<Long> lastWith(long accountId, String address, Instant writtenAfter) {
        return entities.createQuery("""
                select i.id from Interaction i where i.accountId = :account and i.replyAddress = :address
                and (i.state = il.moked.interaction.Interaction$State.OPEN or i.lastMessageAt > :after) order by i.lastMessageAt desc, i.id desc""", Long.class)
                .setParameter("account", accountId).setParameter("address", address).setParameter("after", writtenAfter).setMaxResults(1).getResultStream().findFirst();
    }

    public Optional<Interaction> findLocked(long id) {
        return Optional.ofNullable(entities.find(Interaction.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Interaction known(Interaction interaction) {
        if (interaction == null) {
            throw new NotFoundException("interaction.unknown");
        }
        return interaction;
    }

    public Optional<Interaction> findByReference(String reference) {
        return entities.createQuery("select i from Interaction i where i.reference = :reference", Interaction.class)
                .setParameter("reference", reference).getResultStream().findFirst();
    }

    public void add(Interaction interaction) {
        entities.persist(interaction);
    }

    public void add(Message message) {
        entities.persist(message);
    }

    /** Writes what was added, so that rows which name it by its id alone may be written after it. */
    public void flush() {
        entities.flush();
    }

    public InternalNote note(long id) {
        return entities.find(InternalNote.class, id);
    }

    public void add(InternalNote note) {
        entities.persist(note);
    }

    public void add(InteractionEvent event) {
        entities.persist(event);
    }

    public void add(Attachment attachment) {
        entities.persist(attachment);
    }

    /** The conversation of the newest of these messages that we know, by the ids mail programs quote. */
    public Optional<Long> holding(List<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Optional.empty();
        }
        return entities.createQuery("select m.interaction.id from Message m where m.externalId in :ids order by m.id desc", Long.class)
                .setParameter("ids", externalIds).setMaxResults(1).getResultStream().findFirst();
    }

    public Optional<Message> messageSentAs(String externalId) {
        return entities.createQuery("select m from Message m where m.externalId = :id and m.direction = :outbound", Message.class)
                .setParameter("id", externalId).setParameter("outbound", Message.Direction.OUTBOUND).getResultStream().findFirst();
    }

    public boolean composed(String composition) {
        return !entities.createQuery("select 1 from Message m where m.composition = :composition", Integer.class).setParameter("composition", composition).setMaxResults(1).getResultList().isEmpty()
                || !entities.createQuery("select 1 from InternalNote n where n.composition = :composition", Integer.class).setParameter("composition", composition).setMaxResults(1).getResultList().isEmpty();
    }

    public Optional<Message> messageComposed(String composition) {
        return entities.createQuery("select m from Message m where m.composition = :composition", Message.class).setParameter("composition", composition).getResultStream().findFirst();
    }

    public InteractionLine line(long id) {
        return entities.createQuery(LINE + "i.id = :interaction", InteractionLine.class).setParameter("interaction", id).getResultStream().findFirst()
                .orElseThrow(() -> new NotFoundException("interaction.unknown"));
    }

    public List<InteractionLine> lines(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : entities.createQuery(LINE + "i.id in :ids", InteractionLine.class).setParameter("ids", ids).getResultList();
    }

    /** The texts of these messages by id. */
    public Map<Long, String> texts(Collection<Long> messageIds) {
        return messageIds.isEmpty() ? Map.of() : entities.createQuery("select m.id, m.text from Message m where m.id in :ids", Object[].class).setParameter("ids", messageIds).getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** What an agent has open, longest waiting first, then the rest by newest message. */
    public List<InteractionLine> openOf(long ownerId, int most) {
        return entities.createQuery(LINE + "o.id = :owner and i.state = :open order by i.waitingSince asc nulls last, i.lastMessageAt desc, i.id", InteractionLine.class)
                .setParameter("owner", ownerId).setParameter("open", Interaction.State.OPEN).setMaxResults(most).getResultList();
    }

    /** Conversations of a team in one state, newest message first. */
    public Page<InteractionLine> ofTeam(long teamId, Interaction.State state, InteractionLine.Cursor after, int size) {
        return page(LINE + "i.teamId = :scope and i.state = :state", teamId, state, after, size);
    }

    /** Conversations of every team in one state, newest message first. */
    public Page<InteractionLine> everywhere(Interaction.State state, InteractionLine.Cursor after, int size) {
        return page(LINE + "i.state = :state", null, state, after, size);
    }

    /** Everything of one customer on every channel, newest first. */
    public Page<InteractionLine> ofCustomer(long customerId, InteractionLine.Cursor after, int size) {
        return page(LINE + "c.id = :scope", customerId, null, after, size);
    }

    /** The same as he sees it himself: without those that did no more than bring him a code. */
    public Page<InteractionLine> shownToCustomer(long customerId, InteractionLine.Cursor after, int size) {
        return page(LINE + "c.id = :scope and (i.wrapUpReason is null or i.wrapUpReason.id not in (select w.id from WrapUpReason w where w.code = '" + WrapUpReason.CODE_SENT + "'))", customerId, null, after, size);
    }

    /** The same of several customers, one list. */
    public Page<InteractionLine> ofCustomers(Collection<Long> customerIds, InteractionLine.Cursor after, int size) {
        return customerIds.isEmpty() ? new Page<>(List.of(), false) : page(LINE + "c.id in :scope", customerIds, null, after, size);
    }

    private Page<InteractionLine> page(String query, Object scope, Interaction.State state, InteractionLine.Cursor after, int size) {
        TypedQuery<InteractionLine> lines = entities.createQuery(query + (after == null ? "" : BEFORE) + NEWEST_FIRST, InteractionLine.class);
        if (scope != null) {
            lines.setParameter("scope", scope);
        }
        if (state != null) {
            lines.setParameter("state", state);
        }
        if (after != null) {
            lines.setParameter("at", after.lastMessageAt()).setParameter("id", after.id());
        }
        return Page.of(lines.setMaxResults(size + 1).getResultList(), size);
    }

    /** The customer's conversations that are open now, other than the given one. */
    public List<InteractionLine> openOfCustomer(long customerId, long except) {
        return entities.createQuery(LINE + "i.customer.id = :customer and i.state = il.moked.interaction.Interaction$State.OPEN and i.id <> :except" + NEWEST_FIRST, InteractionLine.class)
                .setParameter("customer", customerId).setParameter("except", except).setMaxResults(10).getResultList();
    }

    /** How sure we were of the customer in his newest conversation. */
    public Optional<Identification> lastIdentification(long customerId) {
        return entities.createQuery("select i.identification from Interaction i where i.customer.id = :customer order by i.customer.id, i.lastMessageAt desc, i.id desc", Identification.class)
                .setParameter("customer", customerId).setMaxResults(1).getResultStream().findFirst();
    }

    /** Which of these customers have more than one open conversation on a live channel right now. */
    public List<Long> withSeveralOpen(Collection<Long> customerIds) {
        return customerIds.isEmpty() ? List.of() : entities.createQuery("select i.customer.id from Interaction i where i.customer.id in :customers and i.state = :open group by i.customer.id having count(i.id) > 1", Long.class)
                .setParameter("customers", customerIds).setParameter("open", Interaction.State.OPEN).getResultList();
    }

    /** Messages before a position (all: {@link Integer#MAX_VALUE}), newest first. */
    public Page<Message> messages(long interactionId, int before, int size) {
        return Page.of(entities.createQuery("select m from Message m where m.interaction.id = :interaction and m.position < :before order by m.position desc", Message.class)
                .setParameter("interaction", interactionId).setParameter("before", before).setMaxResults(size + 1).getResultList(), size);
    }

    public List<Message> messagesAfter(long interactionId, int position, int most) {
        return entities.createQuery("select m from Message m where m.interaction.id = :interaction and m.position > :position order by m.position", Message.class)
                .setParameter("interaction", interactionId).setParameter("position", position).setMaxResults(most).getResultList();
    }

    public Message message(long id) {
        Message message = entities.find(Message.class, id);
        if (message == null) {
            throw new NotFoundException("interaction.unknown-message");
        }
        return message;
    }

    public Optional<Message> lastInbound(long interactionId) {
        return entities.createQuery("select m from Message m where m.interaction.id = :interaction and m.direction = :inbound order by m.position desc", Message.class)
                .setParameter("interaction", interactionId).setParameter("inbound", Message.Direction.INBOUND).setMaxResults(1).getResultStream().findFirst();
    }

    /** Message ids for the References header of an answer, oldest first, at most {@code most} newest. */
    public List<String> externalIds(long interactionId, int most) {
        List<String> newestFirst = entities.createQuery("select m.externalId from Message m where m.interaction.id = :interaction and m.externalId is not null order by m.position desc", String.class)
                .setParameter("interaction", interactionId).setMaxResults(most).getResultList();
        java.util.Collections.reverse(newestFirst);
        return newestFirst;
    }

    public List<InternalNote> notesAfter(long interactionId, int position) {
        return entities.createQuery("select n from InternalNote n join fetch n.author where n.interaction.id = :interaction and n.afterPosition >= :position order by n.id", InternalNote.class)
                .setParameter("interaction", interactionId).setParameter("position", position).setMaxResults(200).getResultList();
    }

    public List<InteractionEvent> eventsAfter(long interactionId, int position) {
        return entities.createQuery("select e from InteractionEvent e where e.interaction.id = :interaction and e.afterPosition >= :position order by e.id", InteractionEvent.class)
                .setParameter("interaction", interactionId).setParameter("position", position).setMaxResults(200).getResultList();
    }

    /**
     * The hand-over that brought the conversation to who has it now or waits for him in line; empty when it was closed,
     * reopened or returned since.
     */
    public Optional<InteractionEvent> lastHandOver(long interactionId) {
        return entities.createQuery("select e from InteractionEvent e left join fetch e.note where e.interaction.id = :interaction and e.kind in :kinds order by e.id desc", InteractionEvent.class)
                .setParameter("interaction", interactionId).setParameter("kinds", HAND_OVER_OR_ITS_END).setMaxResults(1).getResultStream().findFirst()
                .filter(event -> event.kind() == InteractionEvent.Kind.HANDED_OVER);
    }

    /** Files of these messages, without their content. */
    public List<AttachmentLine> attachments(Collection<Long> messageIds) {
        return messageIds.isEmpty() ? List.of() : entities.createQuery("""
                select new il.moked.interaction.AttachmentLine(a.id, a.message.id, a.fileName, a.contentType, a.size, a.contentId, a.shownInline)
                from Attachment a where a.message.id in :messages order by a.id""", AttachmentLine.class).setParameter("messages", messageIds).getResultList();
    }

    public List<AttachmentLine> draftAttachments(long draftId) {
        return entities.createQuery("""
                select new il.moked.interaction.AttachmentLine(a.id, cast(null as long), a.fileName, a.contentType, a.size, a.contentId, a.shownInline)
                from Attachment a where a.draftId = :draft order by a.id""", AttachmentLine.class).setParameter("draft", draftId).getResultList();
    }

    public List<Attachment> filesOfDraft(long draftId) {
        return entities.createQuery("select a from Attachment a where a.draftId = :draft order by a.id", Attachment.class).setParameter("draft", draftId).getResultList();
    }

    public List<Attachment> filesOf(long messageId) {
        return entities.createQuery("select a from Attachment a where a.message.id = :message order by a.id", Attachment.class).setParameter("message", messageId).getResultList();
    }

    public Attachment attachment(long id) {
        Attachment attachment = entities.find(Attachment.class, id);
        if (attachment == null) {
            throw new NotFoundException("interaction.unknown-attachment");
        }
        return attachment;
    }

    public void remove(Attachment attachment) {
        entities.remove(attachment);
    }

    public Optional<Draft> draft(long interactionId, long userId) {
        return entities.createQuery("select d from Draft d where d.interactionId = :interaction and d.user.id = :user", Draft.class)
                .setParameter("interaction", interactionId).setParameter("user", userId).getResultStream().findFirst();
    }

    /** In which of these conversations the user has begun to write. */
    public List<Long> withDraft(long userId, Collection<Long> interactionIds) {
        return interactionIds.isEmpty() ? List.of() : entities.createQuery("select d.interactionId from Draft d where d.user.id = :user and d.interactionId in :interactions and length(d.text) > 0", Long.class)
                .setParameter("user", userId).setParameter("interactions", interactionIds).getResultList();
    }

    public void add(Draft draft) {
        entities.persist(draft);
    }

    public void remove(Draft draft) {
        entities.remove(draft);
    }

    /** Marks that somebody has the conversation before him now. */
    public void viewing(long interactionId, long userId, Instant now) {
        int seen = entities.createNativeQuery("update interaction_viewer set seen_at = ?3 where interaction_id = ?1 and user_id = ?2")
                .setParameter(1, interactionId).setParameter(2, userId).setParameter(3, now).executeUpdate();
        if (seen == 0) {
            entities.createNativeQuery("insert into interaction_viewer (interaction_id, user_id, seen_at, typing) values (?1, ?2, ?3, false) on conflict do nothing")
                    .setParameter(1, interactionId).setParameter(2, userId).setParameter(3, now).executeUpdate();
        }
    }

    /** Marks whether somebody who has it before him writes. @return whether that is news */
    public boolean typing(long interactionId, long userId, boolean typing) {
        return entities.createNativeQuery("update interaction_viewer set typing = ?3 where interaction_id = ?1 and user_id = ?2 and typing <> ?3")
                .setParameter(1, interactionId).setParameter(2, userId).setParameter(3, typing).executeUpdate() > 0;
    }

    public void notViewing(long interactionId, long userId) {
        entities.createNativeQuery("delete from interaction_viewer where interaction_id = ?1 and user_id = ?2").setParameter(1, interactionId).setParameter(2, userId).executeUpdate();
    }

    /** Who else has it before him. */
    public List<Viewer> viewers(long interactionId, Instant seenSince) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                select u.id, u.name_he, u.name_en, v.typing from interaction_viewer v join staff_user u on u.id = v.user_id
                where v.interaction_id = ?1 and v.seen_at >= ?2 order by u.id""").setParameter(1, interactionId).setParameter(2, seenSince).getResultList();
        return rows.stream().map(row -> new Viewer(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (Boolean) row[3])).toList();
    }

    /** A colleague who has the same conversation open. */
    public record Viewer(long userId, String hebrewName, String englishName, boolean typing) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<WrapUpReason> wrapUpReasons() {
        return entities.createQuery("select r from WrapUpReason r where r.active = true order by r.position", WrapUpReason.class).getResultList();
    }

    public WrapUpReason wrapUpReason(String code) {
        return entities.createQuery("select r from WrapUpReason r where r.code = :code and r.active = true", WrapUpReason.class).setParameter("code", code)
                .getResultStream().findFirst().orElseThrow(() -> new NotFoundException("interaction.unknown-reason"));
    }

    /** Also one that no agent may choose. */
    public WrapUpReason seededReason(String code) {
        return entities.createQuery("select r from WrapUpReason r where r.code = :code", WrapUpReason.class).setParameter("code", code)
                .getResultStream().findFirst().orElseThrow(() -> new NotFoundException("interaction.unknown-reason"));
    }

    public void add(WrapUpReason reason) {
        entities.persist(reason);
    }

    public List<QuickReply> quickReplies(String language) {
        return entities.createQuery("select q from QuickReply q where q.language = :language order by q.shortcut", QuickReply.class).setParameter("language", language).setMaxResults(200).getResultList();
    }

    public void add(QuickReply reply) {
        entities.persist(reply);
    }

    public void add(ChatSession session) {
        entities.persist(session);
    }

    public Optional<ChatSession> chatSession(String secretHash) {
        return entities.createQuery("select s from ChatSession s where s.secretHash = :hash", ChatSession.class).setParameter("hash", secretHash).getResultStream().findFirst();
    }

    /** Whether it is the secret of a window from which its chat went on in another. */
    public boolean leftChat(String secretHash) {
        return !entities.createQuery("select 1 from ChatSession s where s.leftHash = :hash", Integer.class).setParameter("hash", secretHash).setMaxResults(1).getResultList().isEmpty();
    }

    public ChatSession chatSession(long id) {
        ChatSession session = entities.find(ChatSession.class, id);
        if (session == null) {
            throw new NotFoundException("interaction.unknown-chat");
        }
        return session;
    }

    public Optional<ChatSession> chatOf(long interactionId) {
        return entities.createQuery("select s from ChatSession s where s.interactionId = :interaction order by s.id desc", ChatSession.class)
                .setParameter("interaction", interactionId).setMaxResults(1).getResultStream().findFirst();
    }

    /** A link by which the chat may go on elsewhere takes the place of the one before. */
    public void passage(long chatSessionId, String passageHash, Instant until) {
        entities.createNativeQuery("update chat_session set passage_hash = ?2, passage_until = ?3 where id = ?1").setParameter(1, chatSessionId).setParameter(2, passageHash).setParameter(3, until).executeUpdate();
    }

    /** The chat goes on under a new secret; the link is used up by the same statement. @return whether the link was good */
    public boolean pass(String passageHash, String secretHash, Instant now) {
        return entities.createNativeQuery("update chat_session set left_hash = secret_hash, secret_hash = ?2, passage_hash = null, passage_until = null, typed_at = null where passage_hash = ?1 and passage_until > ?3")
                .setParameter(1, passageHash).setParameter(2, secretHash).setParameter(3, now).executeUpdate() == 1;
    }

    /** Notes that the chat is sent by mail now. @return false when that was done since a moment */
    public boolean chatMailed(long interactionId, Instant now, Instant since) {
        return entities.createNativeQuery("update chat_session set transcript_at = ?2 where interaction_id = ?1 and (transcript_at is null or transcript_at < ?3)").setParameter(1, interactionId).setParameter(2, now).setParameter(3, since).executeUpdate() > 0;
    }

    public void chatTyped(long chatSessionId, Instant now) {
        entities.createNativeQuery("update chat_session set typed_at = ?2 where id = ?1").setParameter(1, chatSessionId).setParameter(2, now).executeUpdate();
    }

    /** Our messages of a chat are in its window up to a place, and were seen up to another. @return how many went further than before */
    public int chatGot(ChatSession session, long interactionId, int delivered, int read) {
        entities.createNativeQuery("update chat_session set got_position = greatest(got_position, ?2), read_position = greatest(read_position, ?3) where id = ?1").setParameter(1, session.id()).setParameter(2, Math.max(delivered, read)).setParameter(3, read).executeUpdate();
        return far(interactionId, Message.Delivery.READ, List.of(Message.Delivery.ACCEPTED, Message.Delivery.DELIVERED), session.readPosition(), read)
                + far(interactionId, Message.Delivery.DELIVERED, List.of(Message.Delivery.ACCEPTED), session.gotPosition(), delivered);
    }

    private int far(long interactionId, Message.Delivery now, List<Message.Delivery> before, int from, int to) {
        return to <= from ? 0 : entities.createQuery("update Message m set m.delivery = :now where m.interaction.id = :interaction and m.direction = :outbound and m.position > :from and m.position <= :to and m.delivery in :before")
                .setParameter("now", now).setParameter("interaction", interactionId).setParameter("outbound", Message.Direction.OUTBOUND).setParameter("from", from).setParameter("to", to).setParameter("before", before).executeUpdate();
    }

    public Optional<Message> messageAt(long interactionId, int position) {
        return entities.createQuery("select m from Message m where m.interaction.id = :interaction and m.position = :position", Message.class).setParameter("interaction", interactionId).setParameter("position", position).getResultStream().findFirst();
    }

    /** Whether that colleague has it before him and writes to the customer. */
    public boolean writing(long interactionId, long userId, Instant seenSince) {
        return !entities.createNativeQuery("select 1 from interaction_viewer v where v.interaction_id = ?1 and v.user_id = ?2 and v.typing and v.seen_at >= ?3 and not exists (select 1 from draft d where d.interaction_id = ?1 and d.user_id = ?2 and d.mode = 'NOTE')").setParameter(1, interactionId).setParameter(2, userId).setParameter(3, seenSince).getResultList().isEmpty();
    }
}
