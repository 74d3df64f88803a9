// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.Rows;
import il.moked.channel.jms.email.MailParser;
import il.moked.channel.jms.email.ParsedMail;
import il.moked.interaction.Interaction;
import il.moked.interaction.Message;
import jakarta.inject.Inject;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every sample mail through a real mailbox, of a team where nobody waits for them: none is lost, none blocks the others, and each is stored as the parser reads it. */
@AnyDatabase
@ArquillianTest
public class SampleMailsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    @Inject
    Rows rows;

    /** Hundreds of letters in the line would be offered to whoever comes next, and what he sends would wait behind hundreds of receipts. */
    @AfterEach
    void nobodyWaitsForAnAnswer() throws SQLException {
        rows.change("update outbound_message set state = 'FAILED', settled_at = ? where state = 'PENDING' and channel = 'EMAIL'", Instant.now());
        rows.change("update work_item set state = 'DONE' where state <> 'DONE' and interaction_id in (select id from interaction where channel = 'EMAIL')");
        rows.change("update interaction set state = 'CLOSED', closed_at = ?, waiting_since = null where channel = 'EMAIL' and state = 'OPEN'", Instant.now());
    }

    /** A message that is appended to the mailbox byte by byte as it is. */
    static class RawMail extends MimeMessage {
        private final byte[] raw;

        RawMail(Session session, byte[] raw) throws jakarta.mail.MessagingException {
            super(session, new ByteArrayInputStream(raw));
            this.raw = raw;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(raw);
        }
    }

    @Test
    void everySampleBecomesAConversationMessage() throws Exception {
        MailParser parser = new MailParser();
        Map<String, ParsedMail> expected = new LinkedHashMap<>();
        List<byte[]> mails = new ArrayList<>();
        for (Path sample : samples()) {
            byte[] raw = withCrLf(Files.readAllBytes(sample));
            if (expected.containsKey(parser.parse(raw).messageId())) {
                raw = renamed(raw, mails.size());
            }
            if (raw.length > 0 && expected.putIfAbsent(parser.parse(raw).messageId(), parser.parse(raw)) == null) {
                mails.add(raw);
            }
        }
        assertThat(mails).hasSizeGreaterThan(250);
        List<byte[]> taken = append(mails);
        assertThat(taken).as("taken by the mail server").hasSizeGreaterThan(mails.size() - 5);
        expected.keySet().retainAll(taken.stream().map(raw -> parser.parse(raw).messageId()).toList());
        await().pollInSameThread().pollInterval(Duration.ofSeconds(2)).atMost(PATIENCE).untilAsserted(() -> {
            entities.clear();
            assertThat(count("state <> 'RECEIVED'")).isGreaterThanOrEqualTo(taken.size());
        });
        assertThat(count("state = 'DEAD'")).as("dead letters").isZero();
        List<String> differences = new ArrayList<>();
        expected.forEach((id, mail) -> compare(id, mail, differences));
        assertThat(differences).isEmpty();
        assertThat(entities.createQuery("select i.subject from Interaction i where i.subject like :hebrew", String.class).setParameter("hebrew", "%Invoice 02722027").getResultList()).contains("מענה 'אני לא נמצא': Invoice 02722027");
    }

    private void compare(String id, ParsedMail mail, List<String> differences) {
        List<Message> stored = entities.createQuery("select m from Message m join fetch m.interaction where m.externalId = :id and m.direction = :inbound", Message.class)
                .setParameter("id", id.length() > 255 ? id.substring(0, 255) : id).setParameter("inbound", Message.Direction.INBOUND).getResultList();
        boolean report = mail.deliveryReport() != null;
        if (stored.isEmpty()) {
            // A mail without a Message-ID is known by the hash of what the server handed out, which may differ from what was appended.
            if (!report && id.length() <= 255 && !mail.messageIdInvented()) {
                differences.add("not stored: " + id);
            }
            return;
        }
        Message message = stored.get(0);
        Interaction interaction = message.interaction();
        long files = entities.createQuery("select count(a.id) from Attachment a where a.message = :message", Long.class).setParameter("message", message).getSingleResult();
        if (files < mail.attachments().size()) {
            differences.add(id + ": files " + files + " of " + mail.attachments().size());
        }
        boolean opened = message.position() == 1;
        if (opened && !interaction.subject().startsWith(il.moked.shared.ShownText.line(mail.subject() == null ? "" : mail.subject(), 30).replace("…", ""))) {
            differences.add(id + ": subject " + interaction.subject() + " instead of " + mail.subject());
        }
        if (opened && mail.sender() != null && mail.replyTo().isEmpty() && interaction.replyAddress().isPresent() && !interaction.replyAddress().get().equalsIgnoreCase(mail.sender().address().strip())) {
            differences.add(id + ": sender " + interaction.replyAddress().get() + " instead of " + mail.sender().address());
        }
    }

    private long count(String condition) {
        return ((Number) entities.createNativeQuery("select count(*) from inbound_message where channel = 'EMAIL' and " + condition).getSingleResult()).longValue();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("moked.it.samples")))) {
            return all.filter(Files::isRegularFile).filter(file -> file.toString().matches(".*(\\.msg|\\.eml|/ham/[^/]*\\.txt|/msg_[^/]*\\.txt|/php-mime/m[0-9]+|/issue[^/]*)$")).sorted().toList();
        }
    }

    private static byte[] withCrLf(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length + 100);
        for (int index = 0; index < raw.length; index++) {
            if (raw[index] == '\n' && (index == 0 || raw[index - 1] != '\r')) {
                out.write('\r');
            }
            out.write(raw[index]);
        }
        return out.toByteArray();
    }

    /** Many samples were made from one mail and kept its Message-ID; one mailbox would take only the first of them. */
    private static byte[] renamed(byte[] raw, int number) {
        return new String(raw, StandardCharsets.ISO_8859_1).replaceFirst("(?im)^(Message-ID:\\s*<)", "$1another" + number + ".").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<byte[]> append(List<byte[]> mails) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.host", "127.0.0.1");
        properties.setProperty("mail.imap.port", System.getProperty("moked.demo.imap-port"));
        Session session = Session.getInstance(properties);
        List<byte[]> taken = new ArrayList<>();
        for (byte[] raw : mails) {
            try (Store store = session.getStore("imap")) {
                store.connect("business@moked.example", As.PASSWORD);
                try (Folder inbox = store.getFolder("INBOX")) {
                    inbox.open(Folder.READ_WRITE);
                    inbox.appendMessages(new jakarta.mail.Message[] {new RawMail(session, raw)});
                    taken.add(raw);
                }
            } catch (jakarta.mail.MessagingException refused) {
                // The test's own mail server breaks the line on it.
                continue;
            }
        }
        return taken;
    }
}
