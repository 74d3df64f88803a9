// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.interaction.Attachment;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.Draft;
import il.moked.interaction.Interactions;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** An agent's drafts, one a conversation, saved while he types. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Drafting {
    /** Files of one draft. */
    public static final int MOST_FILES = 10;
    /** Bytes of all files of one draft together. */
    public static final long LARGEST_FILES = 20L * 1024 * 1024;

    @Inject
    Interactions interactions;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    public record Writing(long draftId, Draft.Mode mode, String text, String composition, Instant updatedAt, List<AttachmentLine> files) {
        static Writing of(Draft draft, List<AttachmentLine> files) {
            return new Writing(draft.id(), draft.mode(), draft.text(), draft.composition(), draft.updatedAt(), files);
        }
    }

    /** The caller's draft in the conversation; a fresh one when he has none. */
    public Writing open(long interactionId) {
        Draft draft = mine(interactionId);
        return Writing.of(draft, interactions.draftAttachments(draft.id()));
    }

    /** @throws BusinessException {@code interaction.sent-elsewhere} when this composition was sent meanwhile, from another window */
    public Instant save(long interactionId, String composition, Draft.Mode mode, String text) {
        if (text != null && text.length() > Conversation.LONGEST_TEXT) {
            throw new BusinessException("interaction.too-long", Conversation.LONGEST_TEXT);
        }
        Draft draft = mine(interactionId);
        if (!draft.composition().equals(composition)) {
            throw new BusinessException("interaction.sent-elsewhere");
        }
        draft.write(mode, text, clock.instant());
        return draft.updatedAt();
    }

    public void attach(long interactionId, String fileName, String contentType, byte[] content) {
        Draft draft = mine(interactionId);
        List<AttachmentLine> already = interactions.draftAttachments(draft.id());
        long total = already.stream().mapToLong(AttachmentLine::size).sum() + content.length;
        if (already.size() >= MOST_FILES || total > LARGEST_FILES) {
            throw new BusinessException("interaction.files-too-large", MOST_FILES, LARGEST_FILES / 1024 / 1024);
        }
        if (content.length == 0) {
            throw new BusinessException("interaction.file-empty", fileName);
        }
        interactions.add(new Attachment(fileName, contentType, null, false, content).of(draft));
    }

    public void detach(long interactionId, long attachmentId) {
        Draft draft = mine(interactionId);
        Attachment attachment = interactions.attachment(attachmentId);
        if (attachment.draftId().filter(draft.id()::equals).isEmpty()) {
            throw new il.moked.shared.NotFoundException("interaction.unknown-attachment");
        }
        interactions.remove(attachment);
    }

    private Draft mine(long interactionId) {
        StaffUser user = currentUser.get();
        return interactions.draft(interactionId, user.id()).orElseGet(() -> {
            Draft fresh = new Draft(interactions.get(interactionId).id(), user, clock.instant());
            interactions.add(fresh);
            return fresh;
        });
    }
}
