// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.agent.LoneAgent;
import il.moked.card.ejb.CustomerCards;
import il.moked.customer.Identification;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Drafting;
import jakarta.activation.DataHandler;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faxes by the mail of a fax gateway and letters by the scan folder, there and back. */
@AnyDatabase
@ArquillianTest
public class PaperIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path POST = Path.of(System.getProperty("jboss.server.data.dir", "."), "post");

    @Inject
    LoneAgent dana;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Drafting drafting;
    @Inject
    CustomerCards cards;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void comes() throws Exception {
        dana.comes();
    }

    @AfterEach
    void goHome() throws Exception {
        dana.goesHome();
    }

    private ConversationReading.Said received(long interaction) throws Exception {
        return As.user("dana", () -> reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows().stream().filter(entry -> entry instanceof ConversationReading.Said said && said.inbound()).map(entry -> (ConversationReading.Said) entry).max(Comparator.comparing(ConversationReading.Said::position)).orElseThrow());
    }

    private void reply(long interaction, String text) throws Exception {
        As.run("dana", () -> {
            Drafting.Writing draft = drafting.open(interaction);
            drafting.save(interaction, draft.composition(), Draft.Mode.REPLY, text);
            conversation.reply(interaction, draft.composition(), text);
        });
    }

    private void deliveredAs(long interaction, String text, Message.Delivery wanted) throws Exception {
        As.run("dana", () -> await().atMost(PATIENCE).until(() -> reading.entries(interaction, Integer.MAX_VALUE, Set.of()).rows().stream()
                .anyMatch(entry -> entry instanceof ConversationReading.Said said && said.text().equals(text) && said.delivery() == wanted)));
    }

    private static byte[] tiff(int pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("CCITT T.4");
            writer.prepareWriteSequence(null);
            for (int page = 0; page < pages; page++) {
                writer.writeToSequence(new IIOImage(new BufferedImage(1728, 2200, BufferedImage.TYPE_BYTE_BINARY), null, null), how);
            }
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Session mail() {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", System.getProperty("moked.smtp.port"));
        settings.setProperty("mail.imap.host", "127.0.0.1");
        settings.setProperty("mail.imap.port", System.getProperty("moked.demo.imap-port"));
        return Session.getInstance(settings);
    }

    private static void sendFax(String number, byte[] tiff) throws Exception {
        MimeMessage message = new MimeMessage(mail());
        message.setFrom(new InternetAddress("gateway@fax-gateway.example"));
        message.setRecipient(RecipientType.TO, new InternetAddress("fax@moked.example"));
        message.setSubject("Fax from " + number);
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart words = new MimeBodyPart();
        words.setText("A fax has arrived.");
        MimeBodyPart fax = new MimeBodyPart();
        fax.setDataHandler(new DataHandler(new ByteArrayDataSource(tiff, "image/tiff")));
        fax.setFileName("fax.tif");
        message.setContent(new MimeMultipart(words, fax));
        Transport.send(message);
    }

    /** What the gateway got for a number: the mail's id and its PDF. */
    private record Sent(String id, byte[] pdf) {
    }

    private static Optional<Sent> atGateway(String digits) throws Exception {
        String address = digits + "@fax-gateway.example";
        try (Store store = mail().getStore("imap")) {
            store.connect(address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            if (inbox.getMessageCount() == 0) {
                return Optional.empty();
            }
            jakarta.mail.Message message = inbox.getMessage(inbox.getMessageCount());
            Multipart parts = (Multipart) message.getContent();
            BodyPart file = parts.getBodyPart(parts.getCount() - 1);
            assertThat(file.isMimeType("application/pdf")).isTrue();
            return Optional.of(new Sent(message.getHeader("Message-ID")[0], file.getInputStream().readAllBytes()));
        }
    }

    private static void report(String id, String recipient) throws Exception {
        String raw = """
                From: MAILER-DAEMON@fax-gateway.example
                To: fax@moked.example
                Subject: Delivery Status Notification
                Message-ID: <dsn-%1$s
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                Sent.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; fax-gateway.example

                Final-Recipient: rfc822; %2$s
                Action: delivered
                Status: 2.0.0

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %3$s

                --b--
                """.formatted(id.substring(1), recipient, id).replace("\n", "\r\n");
        MimeMessage message = new MimeMessage(mail(), new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
        Transport.send(message, InternetAddress.parse("fax@moked.example"));
    }

    @Test
    void aFaxIsReadInTheBrowserAndAnsweredByFax() throws Exception {
        int last = ThreadLocalRandom.current().nextInt(1000, 10_000);
        sendFax("03-555-" + last, tiff(2));
        long interaction = dana.accepts("פקס ממספר 03-555-" + last);
        ConversationReading.Said fax = received(interaction);
        assertThat(fax.text()).isEqualTo("פקס, 2 עמודים");
        assertThat(fax.notices()).isEmpty();
        assertThat(fax.files()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("fax.pdf");
            assertThat(file.contentType()).isEqualTo("application/pdf");
        });
        String answer = "שלום, קיבלנו את הפקס שלך.";
        reply(interaction, answer);
        Sent sent = await().atMost(PATIENCE).until(() -> atGateway("9723555" + last), Optional::isPresent).orElseThrow();
        assertThat(textOf(sent.pdf())).contains(answer).contains("בנק הדגמה");
        deliveredAs(interaction, answer, Message.Delivery.ACCEPTED);
        report(sent.id(), "9723555" + last + "@fax-gateway.example");
        deliveredAs(interaction, answer, Message.Delivery.DELIVERED);

        sendFax("03-555-" + last, Arrays.copyOf(tiff(1), 60));
        await().atMost(PATIENCE).until(() -> received(interaction).notices().contains(Message.Notice.UNREADABLE));
        assertThat(received(interaction).files()).singleElement().satisfies(file -> assertThat(file.fileName()).isEqualTo("fax.tif"));
    }

    @Test
    void aScannedLetterIsTakenAndAnsweredByLetter() throws Exception {
        Path scans = Files.createDirectories(POST.resolve("scans"));
        String name = "דנה " + mark;
        Files.writeString(scans.resolve(mark + ".json"), "{\"name\":\"" + name + "\",\"address\":\"הרצל 5\\nתל אביב\",\"email\":\"customer06@example.co.il\"}");
        Files.write(scans.resolve(mark + ".tif"), tiff(1));
        Files.writeString(scans.resolve(mark + "-broken.pdf"), "%PDF-1.4 nothing");
        long interaction = dana.accepts("מכתב מאת " + name);
        assertThat(received(interaction).text()).isEqualTo("מכתב, עמוד אחד");
        assertThat(received(interaction).files()).singleElement().satisfies(file -> assertThat(file.fileName()).isEqualTo(mark + ".pdf"));
        As.run("dana", () -> assertThat(cards.of(interaction).identification()).isEqualTo(Identification.CONTACT_POINT));
        await().atMost(PATIENCE).until(() -> Files.exists(scans.resolve("taken").resolve(mark + ".tif")) && Files.exists(scans.resolve("taken").resolve(mark + ".json")));
        await().atMost(PATIENCE).until(() -> Files.exists(scans.resolve("refused").resolve(mark + "-broken.pdf.reason.txt")));

        String answer = "קיבלנו את מכתבך, תודה.";
        String reference = As.user("dana", () -> reading.mine().stream().filter(line -> line.id() == interaction).map(InteractionLine::reference).findFirst().orElseThrow());
        reply(interaction, answer);
        Path letter = await().atMost(PATIENCE).until(() -> letter(reference), Optional::isPresent).orElseThrow();
        assertThat(textOf(Files.readAllBytes(letter))).contains(answer).contains("הרצל 5").contains("תל אביב");
        deliveredAs(interaction, answer, Message.Delivery.ACCEPTED);

        Files.writeString(scans.resolve(mark + "-again.xml"), "<letter><reference>" + reference + "</reference></letter>");
        Files.write(scans.resolve(mark + "-again.tif"), tiff(3));
        await().atMost(PATIENCE).until(() -> received(interaction).text().equals("מכתב, 3 עמודים"));
    }

    private static Optional<Path> letter(String reference) throws IOException {
        if (!Files.exists(POST.resolve("letters"))) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(POST.resolve("letters"))) {
            return all.filter(file -> file.getFileName().toString().matches(reference + "-\\d+\\.pdf")).findFirst();
        }
    }
}
