// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a mail as it came from the mailbox. Has no state; may be used by many threads at once.
 *
 * <p>Never throws and never loses a mail: what cannot be read is salvaged and marked with a {@link MailNotice}. Time and
 * memory stay within a small multiple of the size of the mail: nesting, number of parts and fields, and length of text
 * are limited ({@link MimeTree}, {@link MailHeaders}, {@link MailBody}).
 */
public final class MailParser {

    private static final int MAX_SUBJECT = 1_000;
    private static final Pattern FORWARD = Pattern.compile("(?iu)^\\s*(?:fwd?|wg|tr|rv|пересл|הועבר|הע|fw)\\s*:.*");

    /** @param raw the mail, headers and body; null counts as empty */
    public ParsedMail parse(byte[] raw) {
        byte[] mail = raw == null ? new byte[0] : withLineFeeds(raw);
        String inventedId = MessageIds.invented(raw == null ? new byte[0] : raw);
        try {
            return read(mail, inventedId);
        } catch (RuntimeException | StackOverflowError unforeseen) {
            return salvage(mail, inventedId);
        }
    }

    private static ParsedMail read(byte[] mail, String inventedId) {
        Set<MailNotice> notices = EnumSet.noneOf(MailNotice.class);
        MimePart root = MimeTree.of(mail, notices);
        MailHeaders headers = root.headers();
        if (headers.fields().isEmpty()) {
            notices.add(MailNotice.UNREADABLE);
        }
        HeaderDecoding decoding = new HeaderDecoding(charsetOf(root, 0), notices);
        MailBody body = MailBody.of(mail, root, decoding, notices);
        Optional<MailAddress> sender = SenderChoice.of(headers, decoding);
        if (sender.isEmpty()) {
            notices.add(MailNotice.NO_SENDER);
        }
        String subject = subject(headers, decoding);
        MailNature nature = NatureChoice.of(headers, !body.deliveryStatus().isEmpty(), sender.orElse(null), subject);
        DeliveryReport report = nature == MailNature.BOUNCE ? DeliveryReports.of(mail, headers, body, notices) : null;
        QuotedHistory split = QuotedHistory.of(body.text(), FORWARD.matcher(subject).matches(), sender.map(MailAddress::name).orElse(null));
        Optional<String> id = MessageIds.own(headers);
        return new ParsedMail(id.orElse(inventedId), id.isEmpty(), MessageIds.references(headers),
                sender.orElse(null), mailboxes(headers, "reply-to", decoding), mailboxes(headers, "to", decoding), mailboxes(headers, "cc", decoding),
                subject, sentAt(headers), body.text(), split.newText(), split.quotedText(), body.html(),
                body.attachments(), nature, report, notices);
    }

    /** When the reading itself failed, which only an error in this package can cause: the header fields and the bare text. */
    private static ParsedMail salvage(byte[] mail, String inventedId) {
        Set<MailNotice> notices = EnumSet.of(MailNotice.UNREADABLE);
        MailHeaders headers = new MailHeaders(List.of(), 0);
        MailAddress sender = null;
        String subject = "";
        try {
            headers = MailHeaders.read(mail, 0, mail.length, new HashSet<>());
            HeaderDecoding decoding = new HeaderDecoding(null, notices);
            subject = subject(headers, decoding);
            sender = SenderChoice.of(headers, decoding).orElse(null);
        } catch (RuntimeException | StackOverflowError headersToo) {
            // The text below is all that is left; the raw mail is kept by the caller.
        }
        if (sender == null) {
            notices.add(MailNotice.NO_SENDER);
        }
        int end = Math.min(mail.length, headers.bodyStart() + MailBody.MAX_TEXT);
        String text = MailBody.clean(MailCharset.decode(Arrays.copyOfRange(mail, Math.min(headers.bodyStart(), end), end), null).text());
        // Unknown nature: no machine may answer it.
        return new ParsedMail(inventedId, true, List.of(), sender, List.of(), List.of(), List.of(), subject, null,
                text, text, "", null, List.of(), MailNature.AUTO_REPLY, null, notices);
    }

    /** Some old programs end lines with a carriage return alone. */
    private static byte[] withLineFeeds(byte[] raw) {
        boolean returns = false;
        for (byte b : raw) {
            if (b == '\n') {
                return raw;
            }
            returns |= b == '\r';
        }
        if (!returns) {
            return raw;
        }
        byte[] out = raw.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] == '\r' ? (byte) '\n' : out[i];
        }
        return out;
    }

    private static String charsetOf(MimePart part, int depth) {
        Optional<String> own = part.isText() ? part.type().raw("charset") : Optional.empty();
        if (own.isPresent() || depth > MimeTree.MAX_DEPTH) {
            return own.orElse(null);
        }
        return part.children().stream().map(c -> charsetOf(c, depth + 1)).filter(java.util.Objects::nonNull).findFirst().orElse(null);
    }

    private static String subject(MailHeaders headers, HeaderDecoding decoding) {
        String decoded = headers.first("subject").map(decoding::text).orElse("");
        String line = MailBody.clean(decoded).replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_SUBJECT ? line : line.substring(0, Character.isHighSurrogate(line.charAt(MAX_SUBJECT - 1)) ? MAX_SUBJECT - 1 : MAX_SUBJECT);
    }

    private static List<MailAddress> mailboxes(MailHeaders headers, String name, HeaderDecoding decoding) {
        List<MailAddress> found = new ArrayList<>();
        for (String value : headers.all(name)) {
            if (found.size() < MailAddresses.MAX) {
                found.addAll(MailAddresses.of(value, decoding));
            }
        }
        return found.size() > MailAddresses.MAX ? found.subList(0, MailAddresses.MAX) : Collections.unmodifiableList(found);
    }

    private static Instant sentAt(MailHeaders headers) {
        return headers.first("date").flatMap(MailDates::of).orElse(null);
    }
}
