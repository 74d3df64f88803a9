// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A mail to one customer. Its form follows from its content: text and HTML side by side, both in UTF-8, with the base
 * direction of the first strong character, so that a Hebrew answer reads from right to left everywhere.
 *
 * <p>Every text that ends up in a header is refused when it holds a line end, NUL or other control character, since such
 * a text could add headers or recipients.
 *
 * @param fromAddress address of the mailbox that sends
 * @param fromName    name shown for it, may be empty
 * @param replyTo     address for answers when it differs from {@code fromAddress}, else null
 * @param toAddress   the customer
 * @param toName      his name, may be empty
 * @param subject     one line, at most 500 characters; see {@link #answerSubject}
 * @param text        the answer, plain
 * @param messageId   without angle brackets, see {@link ThreadToken#messageId}
 * @param inReplyTo   id of the mail answered, without angle brackets, or null
 * @param references  ids of the thread, oldest first, without angle brackets, at most 50
 * @param files       attachments
 * @param automatic   no person wrote it: it says so (RFC 3834), so that no machine answers
 * @param sentAt      the Date header
 */
public record OutgoingMail(String fromAddress, String fromName, String replyTo, String toAddress, String toName, String subject, String text,
        String messageId, String inReplyTo, List<String> references, List<OutgoingFile> files, boolean automatic, Instant sentAt) {

    private static final int MAX_SUBJECT = 500;
    private static final Pattern ID = Pattern.compile("[!-;=?-~]{1,250}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-zA-Z0-9!#$&^_.+-]{1,80}/[a-zA-Z0-9!#$&^_.+-]{1,120}");
    private static final Pattern ANSWER = Pattern.compile("(?iu)^(?:\\s*(?:re|aw|sv|antw|rif|ref|rép|отв|ответ|رد|השב|תשובה|תגובה|הנדון)\\s*(?:\\[\\d{1,3}\\])?\\s*:)+\\s*");

    /** @throws IllegalArgumentException when a header source is not fit for a header, or an address is none */
    public OutgoingMail {
        fromName = fromName == null ? "" : fromName;
        toName = toName == null ? "" : toName;
        references = references == null ? List.of() : List.copyOf(references);
        files = files == null ? List.of() : List.copyOf(files);
        oneLine("fromName", fromName, 200);
        oneLine("toName", toName, 200);
        oneLine("subject", subject, MAX_SUBJECT);
        id("messageId", messageId);
        if (inReplyTo != null) {
            id("inReplyTo", inReplyTo);
        }
        if (references.size() > MessageIds.MAX_REFERENCES) {
            throw new IllegalArgumentException("references: more than " + MessageIds.MAX_REFERENCES);
        }
        references.forEach(r -> id("references", r));
        mailbox("fromAddress", fromAddress, fromName);
        mailbox("toAddress", toAddress, toName);
        if (replyTo != null) {
            mailbox("replyTo", replyTo, "");
        }
        if (text == null || sentAt == null) {
            throw new IllegalArgumentException("text and sentAt are needed");
        }
    }

    /** The subject of an answer: one {@code Re: }, whatever answer marks of whatever language it had, cut to fit. */
    public static String answerSubject(String subject) {
        String plain = ANSWER.matcher(FileNames.visible((subject == null ? "" : subject).replaceAll("\\s+", " "))).replaceFirst("").strip();
        int room = MAX_SUBJECT - 4;
        return "Re: " + (plain.length() <= room ? plain : plain.substring(0, Character.isHighSurrogate(plain.charAt(room - 1)) ? room - 1 : room));
    }

    /** The mail in the form SMTP takes: CRLF line ends, no line longer than 998 bytes. */
    public byte[] toBytes() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            toMessage(Session.getInstance(new Properties())).writeTo(out);
            return out.toByteArray();
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a checked mail could not be written", impossible); // nothing here touches a network or disk
        }
    }

    /** The mail for the transport of that session. */
    public MimeMessage toMessage(Session session) {
        try {
            MimeMessage message = new IdentifiedMessage(session, '<' + messageId + '>');
            message.setFrom(mailbox("fromAddress", fromAddress, fromName));
            message.setRecipient(Message.RecipientType.TO, mailbox("toAddress", toAddress, toName));
            if (replyTo != null) {
                message.setReplyTo(new InternetAddress[] {mailbox("replyTo", replyTo, fromName)});
            }
            message.setSubject(subject, "UTF-8");
            message.setSentDate(Date.from(sentAt));
            if (inReplyTo != null) {
                message.setHeader("In-Reply-To", '<' + inReplyTo + '>');
            }
            if (!references.isEmpty()) {
                message.setHeader("References", "<" + String.join(">\r\n <", references) + '>');
            }
            if (automatic) {
                message.setHeader("Auto-Submitted", inReplyTo == null ? "auto-generated" : "auto-replied");
                message.setHeader("X-Auto-Response-Suppress", "All");
            }
            message.setContent(content());
            message.saveChanges();
            return message;
        } catch (MessagingException impossible) {
            throw new IllegalStateException("a checked mail could not be composed", impossible);
        }
    }

    private MimeMultipart content() throws MessagingException {
        MimeMultipart body = new MimeMultipart("alternative");
        body.addBodyPart(textPart(text.replaceAll("\r\n?|\n", "\r\n").replace("\0", ""), "plain"));
        body.addBodyPart(textPart(OutgoingHtml.of(text), "html"));
        if (files.isEmpty()) {
            return body;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart bodyPart = new MimeBodyPart();
        bodyPart.setContent(body);
        mixed.addBodyPart(bodyPart);
        int number = 1;
        for (OutgoingFile file : files) {
            String type = file.contentType() != null && MEDIA_TYPE.matcher(file.contentType()).matches() ? file.contentType() : "application/octet-stream";
            // Text and mails are sent as bytes too: they arrive exactly as they were.
            boolean reformatted = type.startsWith("message/") || type.startsWith("multipart/");
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), reformatted ? "application/octet-stream" : type)));
            part.setFileName(FileNames.safe(file.fileName(), type, number++));
            part.setDisposition(Part.ATTACHMENT);
            part.setHeader("Content-Transfer-Encoding", "base64");
            mixed.addBodyPart(part);
        }
        return mixed;
    }

    private static MimeBodyPart textPart(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content.getBytes(StandardCharsets.UTF_8), "text/" + subtype + "; charset=UTF-8")));
        boolean mostlyAscii = content.chars().filter(c -> c < 0x80).count() * 10 > content.length() * 8L;
        part.setHeader("Content-Transfer-Encoding", mostlyAscii ? "quoted-printable" : "base64");
        return part;
    }

    private static void oneLine(String what, String value, int length) {
        boolean fit = value != null && value.length() <= length && value.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029);
        if (!fit) {
            throw new IllegalArgumentException(what + ": not one line of at most " + length + " characters");
        }
    }

    private static void id(String what, String value) {
        if (value == null || !ID.matcher(value).matches()) {
            throw new IllegalArgumentException(what + ": not a message id");
        }
    }

    private static InternetAddress mailbox(String what, String address, String name) {
        oneLine(what, address, 320);
        try {
            int at = address.lastIndexOf('@');
            String ascii = at < 1 ? address : address.substring(0, at) + '@' + IDN.toASCII(address.substring(at + 1));
            InternetAddress mailbox = new InternetAddress(ascii, true);
            mailbox.validate();
            if (at < 1 || !mailbox.getAddress().equals(ascii)) {
                throw new IllegalArgumentException(what + ": not a mailbox");
            }
            mailbox.setPersonal(name.isBlank() ? null : name, "UTF-8");
            return mailbox;
        } catch (jakarta.mail.internet.AddressException | UnsupportedEncodingException none) {
            throw new IllegalArgumentException(what + ": not a mailbox", none);
        }
    }

    /** Keeps the id it is given; MimeMessage would invent one on saving. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
