// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.Rows;
import il.moked.SiteVisitor;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Nothing can be stored inside: the site still takes what people write, says so, and hands it in when that is mended. */
@ArquillianTest
public class SpoolIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final SiteVisitor visitor = new SiteVisitor("en");

    @Test
    void aComplaintThatComesWhileTheInboxIsAwayIsKeptAndTakenInOnce() throws Exception {
        Awaitility.pollInSameThread();
        String token = SiteVisitor.token(visitor.get("/complaint"));
        Map<String, String> form = Map.of("token", token, "website", "", "step", "who", "text", "Written while nothing works " + mark, "product", "", "remedy", "APOLOGY", "name", "Noa", "email", "kept." + mark + "@example.co.il", "consent", "yes");
        String tracked;
        Instant sent;
        rows.change("alter table inbound_message rename to inbound_message_away");
        try {
            String location = SiteVisitor.location(visitor.post("/complaint", form));
            sent = Instant.now();
            tracked = location.substring(location.indexOf("/track/"), location.indexOf('?'));
            assertThat(visitor.get(tracked).body()).contains("Your message is kept safely");
            assertThat(SiteVisitor.location(visitor.post("/complaint", form))).as("sent twice").endsWith("?again");
        } finally {
            rows.change("alter table inbound_message_away rename to inbound_message");
        }
        String reference = tracked.substring("/track/".length());
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from interaction where reference = ?", reference) == 1);
        long interaction = rows.count("select id from interaction where reference = ?", reference);
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from case_conversation where interaction_id = ?", interaction) == 1);
        assertThat(rows.count("select count(*) from interaction where reference = ? and opened_at <= ?", reference, java.sql.Timestamp.from(sent))).as("as of the moment at which it came").isEqualTo(1);
        assertThat(rows.count("select count(*) from service_case where description like ?", "%" + mark + "%")).isEqualTo(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(visitor.get(tracked).body()).contains("Decided by law until").doesNotContain("kept safely"));
    }
}
