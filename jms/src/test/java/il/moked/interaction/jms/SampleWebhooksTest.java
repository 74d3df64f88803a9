// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.Channel;
import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.WebhookBody;
import il.moked.channel.jms.social.Wire;
import il.moked.interaction.ejb.DeliveryReport;
import il.moked.interaction.ejb.Incoming;
import il.moked.interaction.ejb.IncomingMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sample body, through the inbox, becomes what the table {@code expected.txt} says: one line a file. */
class SampleWebhooksTest {
    private static final Path SAMPLES = Path.of("src/test/resources/webhooks");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final int SHOWN = 60;

    @Test
    void everyBodyBecomesWhatTheTableSays() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path sample : samples()) {
            found.add(SAMPLES.relativize(sample).toString().replace('\\', '/') + " = " + outcome(channel(sample), Files.readAllBytes(sample)));
        }
        assertThat(found).hasSizeGreaterThan(200).isEqualTo(Files.readAllLines(SAMPLES.resolve("expected.txt")));
    }

    @Test
    void everyBodyFallsIntoTheSameThingsWhenItIsRepeated() throws Exception {
        for (Path sample : samples()) {
            byte[] body = Files.readAllBytes(sample);
            if (!sample.endsWith("textMessageStatusRead.json")) {
                assertThat(WebhookBody.divide(channel(sample), body)).as(sample.toString()).isNotEmpty().isEqualTo(WebhookBody.divide(channel(sample), body)).extracting(Arrival::externalId).doesNotHaveDuplicates();
            }
        }
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> all = Files.walk(SAMPLES)) {
            return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static Channel channel(Path sample) {
        String path = sample.toString();
        return path.contains("whatsapp") ? Channel.WHATSAPP : path.contains("instagram") ? Channel.INSTAGRAM : Channel.MESSENGER;
    }

    private static String outcome(Channel channel, byte[] body) {
        try {
            return String.join(" + ", WebhookBody.divide(channel, body).stream().map(arrival -> arrival.externalId().replaceFirst(":.*", "") + ": " + shown(read(channel, arrival))).toList());
        } catch (Wire.Malformed refused) {
            return "malformed";
        }
    }

    private static Incoming read(Channel channel, Arrival arrival) {
        Arrival kept = Arrival.read(arrival.externalId(), arrival.sender(), arrival.raw());
        assertThat(kept).isEqualTo(arrival);
        return SocialReading.read(kept, new SocialRow(7, channel, NOON, "en"));
    }

    private static String shown(Incoming incoming) {
        if (incoming instanceof IncomingMessage message) {
            String text = message.text().replace("\n", " / ");
            return "message of " + (message.sender().phone() != null ? message.sender().phone() : message.sender().handle().kind() + " " + message.sender().handle().address()) + ": " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                    + (message.toCome().isEmpty() ? "" : " " + message.toCome().stream().map(file -> file.fileName() + " (" + file.contentType() + ")").toList());
        }
        if (incoming instanceof DeliveryReport report) {
            return "report " + report.standing() + (report.why() == null ? "" : " because " + report.why());
        }
        return "kept, " + ((Incoming.Ignored) incoming).why();
    }
}
