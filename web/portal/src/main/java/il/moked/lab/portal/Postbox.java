// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.shared.ShownText;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The mailbox of a demo customer on the demo mail server: what he was sent and what he sent. */
@ApplicationScoped
public class Postbox {
    /** Newest letters shown of each folder. */
    static final int MOST = 20;
    private static final int LONGEST_TEXT = 20_000;
    private static final String SENT = "Sent";
    private static final String TIMEOUT = "4000";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    @Inject
    Clock clock;
    /** The demo mail server's SMTP host. */
    @Inject
    @ConfigProperty(name = "moked.lab.smtp-host", defaultValue = "127.0.0.1")
    String smtpHost;
    @Inject
    @ConfigProperty(name = "moked.lab.smtp-port", defaultValue = "3025")
    String smtpPort;
    /** The demo mail server's IMAP host. */
    @Inject
    @ConfigProperty(name = "moked.lab.imap-host", defaultValue = "127.0.0.1")
    String imapHost;
    @Inject
    @ConfigProperty(name = "moked.lab.imap-port", defaultValue = "3143")
    String imapPort;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param answers the letter this one answers, or null */
    public record Draft(String name, String from, String to, String subject, String text, Letter answers, List<Enclosed> files) {
    }

    /** A file to be sent. */
    public record Enclosed(String fileName, String contentType, byte[] content) {
    }

    private record Dated(Instant at, Letter letter) {
    }

    /** The newest letters, newest first. */
    List<Letter> letters(String address) throws MessagingException {
        try (Store store = open(address)) {
            List<Dated> all = new ArrayList<>(read(store.getFolder("INBOX"), false));
            Folder sent = store.getFolder(SENT);
            if (sent.exists()) {
                all.addAll(read(sent, true));
            }
            return all.stream().sorted(Comparator.comparing(Dated::at).reversed()).limit(MOST).map(Dated::letter).toList();
        }
    }

    /** A mail with a file. @param number its place in the mailbox */
    record Filed(int number, Instant at) {
    }

    /** The newest mails of an inbox, newest first. */
    List<Filed> files(String address, int most) throws MessagingException {
        try (Store store = open(address)) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<Filed> files = new ArrayList<>();
            for (int number = inbox.getMessageCount(); number > 0 && files.size() < most; number--) {
                Date date = inbox.getMessage(number).getReceivedDate();
                files.add(new Filed(number, date == null ? clock.instant() : date.toInstant()));
            }
            return files;
        }
    }

    /** The last part of a mail, where a fax is. */
    Optional<byte[]> file(String address, int number) throws MessagingException, IOException {
        try (Store store = open(address)) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            if (number < 1 || number > inbox.getMessageCount() || !(inbox.getMessage(number).getContent() instanceof Multipart parts)) {
                return Optional.empty();
            }
            return Optional.of(parts.getBodyPart(parts.getCount() - 1).getInputStream().readAllBytes());
        }
    }

    void send(Draft draft) throws MessagingException {
        Session session = Session.getInstance(settings());
        MimeMessage message = compose(session, draft);
        Transport.send(message);
        try (Store store = open(draft.from())) {
            Folder sent = store.getFolder(SENT);
            if (!sent.exists()) {
                sent.create(Folder.HOLDS_MESSAGES);
            }
            message.setFlag(Flags.Flag.SEEN, true);
            sent.appendMessages(new Message[] {message});
        }
    }

    private MimeMessage compose(Session session, Draft draft) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(sender(draft));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(draft.to()));
        message.setSubject(ShownText.line(draft.subject(), 250), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        if (draft.answers() != null && draft.answers().messageId() != null) {
            message.setHeader("In-Reply-To", draft.answers().messageId());
            String before = draft.answers().references();
            message.setHeader("References", before == null ? draft.answers().messageId() : before + " " + draft.answers().messageId());
        }
        if (draft.files().isEmpty()) {
            message.setText(draft.text(), StandardCharsets.UTF_8.name());
            return message;
        }
        MimeMultipart parts = new MimeMultipart();
        MimeBodyPart text = new MimeBodyPart();
        text.setText(draft.text(), StandardCharsets.UTF_8.name());
        parts.addBodyPart(text);
        for (Enclosed file : draft.files()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.contentType())));
            part.setFileName(encoded(file.fileName()));
            parts.addBodyPart(part);
        }
        message.setContent(parts);
        return message;
    }

    private static InternetAddress sender(Draft draft) throws MessagingException {
        try {
            return new InternetAddress(draft.from(), draft.name(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8", impossible);
        }
    }

    private static String encoded(String fileName) throws MessagingException {
        try {
            return MimeUtility.encodeText(fileName, StandardCharsets.UTF_8.name(), null);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8", impossible);
        }
    }

    /** On the demo mail server login and password are the address. */
    private Store open(String address) throws MessagingException {
        Store store = Session.getInstance(settings()).getStore("imap");
        store.connect(imapHost, Integer.parseInt(imapPort), address, address);
        return store;
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", smtpHost);
        settings.setProperty("mail.smtp.port", smtpPort);
        for (String protocol : List.of("smtp", "imap")) {
            settings.setProperty("mail." + protocol + ".connectiontimeout", TIMEOUT);
            settings.setProperty("mail." + protocol + ".timeout", TIMEOUT);
        }
        return settings;
    }

    private List<Dated> read(Folder folder, boolean mine) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try {
            int last = folder.getMessageCount();
            if (last == 0) {
                return List.of();
            }
            Message[] messages = folder.getMessages(Math.max(1, last - MOST + 1), last);
            FetchProfile profile = new FetchProfile();
            profile.add(FetchProfile.Item.ENVELOPE);
            profile.add(FetchProfile.Item.CONTENT_INFO);
            folder.fetch(messages, profile);
            List<Dated> letters = new ArrayList<>();
            for (Message message : messages) {
                letters.add(read(message, mine));
            }
            return letters;
        } finally {
            folder.close(false);
        }
    }

    private Dated read(Message message, boolean mine) throws MessagingException {
        Date date = message.getReceivedDate() == null ? message.getSentDate() : message.getReceivedDate();
        Instant at = date == null ? clock.instant() : date.toInstant();
        Content content = new Content();
        try {
            content.add(message);
        } catch (IOException | MessagingException unreadable) {
            content.text.append('\uFFFD');
        }
        String subject = message.getSubject() == null ? "" : message.getSubject();
        return new Dated(at, new Letter(first(message, "Message-ID"), first(message, "References"), mine, people(message.getFrom()), people(message.getRecipients(Message.RecipientType.TO)), ShownText.line(subject, 250),
                MOMENT.format(at.atZone(zone)), ShownText.of(content.shown()).strip(), content.files));
    }

    private static String first(Message message, String header) throws MessagingException {
        String[] values = message.getHeader(header);
        return values == null ? null : MimeUtility.unfold(values[0]).strip();
    }

    private static String people(Address[] addresses) {
        return addresses == null ? "" : String.join(", ", Arrays.stream(addresses).map(address -> address instanceof InternetAddress known && known.getPersonal() != null ? known.getPersonal() : address.toString()).toList());
    }

    /** The text of a mail and the names of its files. */
    private static final class Content {
        private final StringBuilder text = new StringBuilder();
        private final List<String> files = new ArrayList<>();

        void add(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/alternative")) {
                addAlternative((Multipart) part.getContent());
            } else if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int index = 0; index < parts.getCount(); index++) {
                    add(parts.getBodyPart(index));
                }
            } else if (part.getFileName() != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                files.add(part.getFileName() == null ? "?" : ShownText.line(MimeUtility.decodeText(part.getFileName()), 120));
            } else if (part.isMimeType("text/html")) {
                text.append(plain(String.valueOf(part.getContent())));
            } else if (part.isMimeType("text/*")) {
                text.append(part.getContent());
            }
        }

        /** Plain text if there is any: it is what the writer meant to be read as such. */
        private void addAlternative(Multipart choices) throws MessagingException, IOException {
            for (int index = 0; index < choices.getCount(); index++) {
                BodyPart choice = choices.getBodyPart(index);
                if (choice.isMimeType("text/plain")) {
                    add(choice);
                    return;
                }
            }
            add(choices.getBodyPart(choices.getCount() - 1));
        }

        private static String plain(String html) {
            Document page = Jsoup.parse(html);
            page.select("script,style,head").remove();
            page.select("br").after("\n");
            page.select("p,div,tr,li,h1,h2,h3,blockquote").append("\n");
            return page.body().wholeText();
        }

        String shown() {
            return text.length() <= LONGEST_TEXT ? text.toString() : text.substring(0, LONGEST_TEXT) + "…";
        }
    }
}
