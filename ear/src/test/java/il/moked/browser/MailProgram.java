// SPDX-License-Identifier: Apache-2.0
package il.moked.browser;

import static org.awaitility.Awaitility.await;

import il.moked.TestPeers;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;

/** The customer's mail program: sends by SMTP and reads his mailbox by IMAP. */
record MailProgram(String name, String address) {
    static final String SERVICE = "service@moked.example";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A mail as it arrived. */
    record Letter(String from, String fromName, String subject, String messageId, String inReplyTo, String references, boolean automatic, String text, String html) {
    }

    /** @return the Message-ID */
    String writes(String subject, String text) throws MessagingException {
        return send(subject, text, null);
    }

    /** @return the Message-ID */
    String answers(Letter letter, String text) throws MessagingException {
        return send(letter.subject(), text, letter);
    }

    private String send(String subject, String text, Letter answered) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(TestPeers.smtp()));
        String id = '<' + UUID.randomUUID().toString() + "@mail.example>";
        MimeMessage mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(internetAddress());
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(SERVICE));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        if (answered != null) {
            mail.setHeader("In-Reply-To", answered.messageId());
            mail.setHeader("References", (answered.references() + ' ' + answered.messageId()).strip());
        }
        Transport.send(mail);
        return id;
    }

    private InternetAddress internetAddress() throws MessagingException {
        try {
            return new InternetAddress(address, name, "UTF-8");
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Waits for a mail that an agent wrote. */
    Letter receives(Predicate<Letter> wanted) {
        return await().atMost(PATIENCE).until(() -> letters().stream().filter(letter -> !letter.automatic()).filter(wanted).findFirst(), Optional::isPresent).orElseThrow();
    }

    /** Mails that were written by themselves. */
    List<Letter> automatic() throws MessagingException, IOException {
        return letters().stream().filter(Letter::automatic).toList();
    }

    /** Waits for a mail that is written by itself. @param before so many were there already */
    Letter receivesAutomatic(int before) {
        List<Letter> all = await().atMost(PATIENCE).until(this::automatic, letters -> letters.size() > before);
        return all.get(all.size() - 1);
    }

    List<Letter> letters() throws MessagingException, IOException {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", "127.0.0.1");
        properties.setProperty("mail.imap.port", Integer.toString(TestPeers.imap()));
        List<Letter> letters = new ArrayList<>();
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect(address, "any");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    letters.add(letter((MimeMessage) message));
                }
            }
        }
        return letters;
    }

    private static Letter letter(MimeMessage mail) throws MessagingException, IOException {
        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        String automatic = mail.getHeader("Auto-Submitted", null);
        return new Letter(from.getAddress(), from.getPersonal(), mail.getSubject(), mail.getMessageID(), mail.getHeader("In-Reply-To", null), Optional.ofNullable(mail.getHeader("References", " ")).orElse(""),
                automatic != null && !"no".equals(automatic), content(mail, "text/plain"), content(mail, "text/html"));
    }

    /** The first part of that type, anywhere in the mail; empty when there is none. */
    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                String found = content(parts.getBodyPart(index), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
