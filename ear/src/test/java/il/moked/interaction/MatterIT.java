// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.Rows;
import il.moked.SiteVisitor;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A complaint and a fault from the site: a case at once, seen by its reference, and gone on with by whoever knows that. */
@ArquillianTest
public class MatterIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final SiteVisitor visitor = new SiteVisitor("en");

    @BeforeEach
    void inOneThread() {
        Awaitility.pollInSameThread();
    }

    private Map<String, String> form(String token, String product, String remedy) {
        Map<String, String> form = new HashMap<>(Map.of("token", token, "website", "", "step", "who", "text", "The router is dead " + mark, "product", product, "serial", "SN " + mark, "place", "Floor 3", "name", "Noa " + mark,
                "email", "guest." + mark + "@example.co.il", "consent", "yes"));
        form.put("remedy", remedy);
        return form;
    }

    private String reference(HttpResponse<String> sent) {
        String location = SiteVisitor.location(sent);
        return location.substring(location.indexOf("/track/") + "/track/".length(), location.indexOf('?'));
    }

    private long interaction(String reference) throws Exception {
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from interaction where reference = ?", reference) == 1);
        return rows.count("select id from interaction where reference = ?", reference);
    }

    @Test
    void aComplaintIsACaseAtOnceAndItsClockIsSeen() throws Exception {
        HttpResponse<String> empty = visitor.get("/complaint");
        assertThat(visitor.post("/complaint", Map.of("step", "what", "text", "", "token", "")).body()).contains("Please write what happened");
        HttpResponse<String> second = visitor.post("/complaint", Map.of("step", "what", "text", "The router is dead " + mark, "product", "", "serial", "", "token", SiteVisitor.token(empty)));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("Step 2 of 2").contains("The router is dead " + mark);
        Map<String, String> wrong = form(SiteVisitor.token(second), "", "");
        wrong.put("consent", "");
        HttpResponse<String> refused = visitor.post("/complaint", wrong);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Please choose what would put it right").contains("we need your consent").contains("value=\"Noa " + mark + "\"").contains("The router is dead " + mark);

        Map<String, String> right = form(SiteVisitor.token(refused), "", "REPAIR");
        String reference = reference(visitor.post("/complaint", right));
        long interaction = interaction(reference);
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from case_conversation where interaction_id = ?", interaction) == 1);
        long id = rows.count("select case_id from case_conversation where interaction_id = ?", interaction);
        assertThat(rows.text("select kind from service_case where id = ?", id)).isEqualTo("COMPLAINT");
        assertThat(rows.text("select remedy_sought from complaint where case_id = ?", id)).isEqualTo("REPAIR");
        assertThat(rows.count("select count(*) from case_message where case_id = ?", id)).as("what he wrote is the case's").isPositive();
        assertThat(rows.text("select description from service_case where id = ?", id)).contains("Serial number: SN " + mark).contains("Where is it?: Floor 3");
        String page = visitor.get("/track/" + reference).body();
        assertThat(page).contains(rows.text("select number from service_case where id = ?", id)).contains("Decided by law until").contains("Received").doesNotContain(mark);

        assertThat(SiteVisitor.location(visitor.post("/complaint", right))).as("sent twice").endsWith(reference + "?again");
        assertThat(rows.count("select count(*) from service_case where description like ?", "%" + mark + "%")).isEqualTo(1);
    }

    @Test
    void whoeverKnowsTheReferenceWritesOnAndNobodyElse() throws Exception {
        String reference = reference(visitor.post("/fault", form(SiteVisitor.token(visitor.get("/fault?product=x")), "", "")));
        long interaction = interaction(reference);
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from case_conversation where interaction_id = ?", interaction) == 1);
        long id = rows.count("select case_id from case_conversation where interaction_id = ?", interaction);
        assertThat(rows.text("select kind from service_case where id = ?", id)).isEqualTo("FAULT");
        assertThat(rows.count("select count(*) from complaint where case_id = ?", id)).isZero();
        long before = rows.count("select count(*) from message where interaction_id = ? and direction = 'INBOUND'", interaction);
        HttpResponse<String> page = visitor.get("/track/" + reference);
        String token = SiteVisitor.token(page);
        assertThat(visitor.post("/track/" + reference, Map.of("what", "write", "text", "", "token", token, "website", "")).statusCode()).as("nothing").isEqualTo(422);
        HttpResponse<String> more = visitor.post("/track/" + reference, Map.of("what", "write", "text", "It smokes " + mark, "token", token, "website", ""), "note.txt", "what I saw");
        assertThat(SiteVisitor.location(more)).endsWith("/track/" + reference + "?more");
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from message where interaction_id = ? and direction = 'INBOUND'", interaction) == before + 1);
        assertThat(rows.count("select count(*) from attachment a join message m on m.id = a.message_id where m.interaction_id = ? and a.file_name = 'note.txt'", interaction)).isEqualTo(1);
        long message = rows.count("select max(id) from message where interaction_id = ? and direction = 'INBOUND'", interaction);
        assertThat(rows.count("select count(*) from case_message where case_id = ? and message_id = ?", id, message)).as("it is the case's").isEqualTo(1);
        assertThat(visitor.post("/track/0000000000", Map.of("what", "write", "text", "x", "token", token, "website", "")).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/track/0000000000").statusCode()).isEqualTo(404);
    }

    @Test
    void whatMayHelpIsShownBeforeItIsSent() throws Exception {
        assertThat(visitor.get("/help/suggest?q=router").headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(visitor.get("/help/suggest?q=").body()).isEqualTo("{\"articles\":[]}");
        String title = rows.text("select v.title_he from article_version v where v.state = 'PUBLISHED' and v.audience = 'PUBLIC' and v.title_he is not null order by v.id fetch first 1 rows only");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(visitor.post("/fault", Map.of("step", "what", "text", title, "token", "")).body()).contains("id=\"helps\""));
    }
}
