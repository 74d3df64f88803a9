// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Message.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a channel's listener made of an inbox row, the same for every channel.
 *
 * @param reference the reference the customer was given at the door, or null
 * @param thread how the message says which conversation it belongs to
 * @param automatic written by a machine (auto-reply, list, bounce): gets no automatic answer
 * @param bounced the message this one reports as not delivered, or null
 */
public record IncomingMessage(long inboundId, String reference, Sender sender, String subject, String text, String quoted, String html, String externalId, Thread thread, boolean automatic, Bounce bounced,
        Set<Notice> notices, List<IncomingFile> files, String language, Instant at) {

    /** The ways to find the conversation; any may be null or empty. The token is checked already. */
    public record Thread(Long tokenOf, List<String> references, Long chatSession) {
        public static Thread none() {
            return new Thread(null, List.of(), null);
        }
    }

    public record IncomingFile(String fileName, String contentType, String contentId, boolean shownInline, byte[] content) {
    }

    /** @param originalId Message-ID of ours that was not delivered */
    public record Bounce(String originalId, Long tokenOf, String recipient, String reason) {
    }
}
