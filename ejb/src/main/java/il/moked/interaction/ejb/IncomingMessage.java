// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Message.Notice;
import il.moked.interaction.StatedMatter;
import il.moked.shared.ShownText;
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
 * @param toCome files that the provider still has
 * @param matter what its writer says it is, where he was asked; or null
 */
public record IncomingMessage(long inboundId, String reference, Sender sender, String subject, String text, String quoted, String html, String externalId, Thread thread, boolean automatic, Bounce bounced,
        Set<Notice> notices, List<IncomingFile> files, String language, Instant at, List<FileToCome> toCome, StatedMatter matter) implements Incoming {

    /** Whatever the channel made of it can be stored. */
    public IncomingMessage {
        subject = ShownText.storable(subject == null ? "" : subject);
        text = ShownText.storable(text == null ? "" : text);
        quoted = ShownText.storable(quoted);
        html = ShownText.storable(html);
    }

    /** All its files came with it. */
    public IncomingMessage(long inboundId, String reference, Sender sender, String subject, String text, String quoted, String html, String externalId, Thread thread, boolean automatic, Bounce bounced,
            Set<Notice> notices, List<IncomingFile> files, String language, Instant at) {
        this(inboundId, reference, sender, subject, text, quoted, html, externalId, thread, automatic, bounced, notices, files, language, at, List.of(), null);
    }

    /**
     * The ways to find the conversation; any may be null or empty. The token is checked already.
     *
     * @param correspondent where messages of a channel without subjects come from and answers go to: it continues what is
     *        open with that address on the account, or was closed a short while ago
     * @param continued reference of the conversation, told by whoever was given it and so may go on with it
     */
    public record Thread(Long tokenOf, List<String> references, Long chatSession, String correspondent, String continued) {
        public Thread(Long tokenOf, List<String> references, Long chatSession, String correspondent) {
            this(tokenOf, references, chatSession, correspondent, null);
        }

        public static Thread none() {
            return new Thread(null, List.of(), null, null);
        }

        public static Thread with(String correspondent) {
            return new Thread(null, List.of(), null, correspondent);
        }

        public static Thread continuing(String reference) {
            return new Thread(null, List.of(), null, null, reference);
        }

        /** Whether it names no conversation that there may be already. */
        boolean begins() {
            return tokenOf == null && references.isEmpty() && chatSession == null && correspondent == null && continued == null;
        }
    }

    /** Names and types too long to be kept are cut, a name before its ending; an id too long to be referred to is dropped. */
    public record IncomingFile(String fileName, String contentType, String contentId, boolean shownInline, byte[] content) {
        private static final int LONGEST_NAME = 254;
        private static final int LONGEST_TYPE = 120;
        private static final int LONGEST_ENDING = 12;

        public IncomingFile {
            fileName = cut(ShownText.storable(fileName == null || fileName.isBlank() ? "?" : fileName));
            contentType = contentType == null || contentType.length() > LONGEST_TYPE ? "application/octet-stream" : ShownText.storable(contentType);
            contentId = contentId == null || contentId.length() > LONGEST_NAME ? null : ShownText.storable(contentId);
        }

        private static String cut(String name) {
            if (name.length() <= LONGEST_NAME) {
                return name;
            }
            int dot = name.lastIndexOf('.');
            String ending = dot >= name.length() - LONGEST_ENDING ? name.substring(dot) : "";
            return ShownText.storable(name.substring(0, LONGEST_NAME - ending.length())) + ending;
        }
    }

    /**
     * A file to be fetched from the provider.
     *
     * @param reference the provider's id or address of it, at most 2,000 characters
     */
    public record FileToCome(String reference, String fileName, String contentType) {
        public FileToCome {
            IncomingFile kept = new IncomingFile(fileName, contentType, null, false, new byte[0]);
            fileName = kept.fileName();
            contentType = kept.contentType();
        }
    }

    /** @param originalId Message-ID of ours that was not delivered */
    public record Bounce(String originalId, Long tokenOf, String recipient, String reason) {
    }
}
