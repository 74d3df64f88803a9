// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.TestPeers;
import il.moked.interaction.AsSystem;
import il.moked.interaction.ejb.IndexSweeping;
import il.moked.knowledge.ArticleSheet.Kind;
import il.moked.knowledge.ArticleSheet.Wording;
import il.moked.knowledge.ejb.ArticleReading;
import il.moked.knowledge.ejb.ArticleReading.Edition;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.KnowledgeSearch;
import il.moked.knowledge.ejb.PublicArticles;
import il.moked.knowledge.ejb.Publishing;
import il.moked.knowledge.ejb.Publishing.ArticleDetail;
import il.moked.knowledge.ejb.Publishing.VersionLine;
import il.moked.knowledge.ejb.ReadArticle;
import il.moked.shared.Page;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.hibernate.search.mapper.orm.Search;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An article from its draft to its end: who writes, who approves, who finds and reads it. Each test has a word of its own. */
@EachDatabase
@ArquillianTest
public class KnowledgeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LETTERS = "גדזחטסעפצקר";

    @Inject
    AsSystem system;
    @Inject
    Editors editors;
    @Inject
    Publishing publishing;
    @Inject
    KnowledgeSearch search;
    @Inject
    ArticleReading reading;
    @Inject
    PublicArticles outside;
    @Inject
    IndexSweeping sweeping;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String word = new Random().ints(9, 0, LETTERS.length()).mapToObj(letter -> LETTERS.substring(letter, letter + 1)).reduce("", String::concat);

    @BeforeEach
    void inThisThread() {
        Awaitility.pollInSameThread();
    }

    private ArticleSheet sheet(Audience audience) {
        return Editors.hebrew(audience, "מה עושים עם " + word, "<p>מסירים את המכסה.</p><h2>אחרי זה</h2><p>מחזירים את " + word + " למקום.</p>", List.of("נתקע לי " + word));
    }

    private List<Long> found(String user, String asked) throws Exception {
        return As.user(user, () -> search.find(asked, 5)).stream().map(FoundArticle::id).toList();
    }

    private <T> T soon(Callable<T> what, T expected) {
        return await().atMost(PATIENCE).until(what, expected::equals);
    }

    @Test
    void whatOneWroteAnotherApprovesAndEverybodyFinds() throws Exception {
        ArticleDetail draft = As.user("michal", () -> publishing.create(sheet(Audience.PUBLIC).write()));
        refused("knowledge.not-in-review", () -> As.user("admin", () -> publishing.approve(draft.id(), draft.version())));
        refused("knowledge.unknown", () -> As.user("dana", () -> reading.read(draft.id(), null, "he")));
        ArticleDetail submitted = As.user("michal", () -> publishing.submit(draft.id(), draft.version()));
        refused("knowledge.own-work", () -> As.user("michal", () -> publishing.approve(draft.id(), submitted.version())));
        refused("shared.conflict", () -> As.user("admin", () -> publishing.approve(draft.id(), draft.version())));
        ArticleDetail approved = As.user("admin", () -> publishing.approve(draft.id(), submitted.version()));
        refused("knowledge.no-draft", () -> As.user("admin", () -> publishing.approve(draft.id(), approved.version())));

        assertThat(As.user("dana", () -> reading.read(draft.id(), null, "he")).safeHtml()).contains("<h2>אחרי זה</h2>");
        soon(() -> found("dana", "ה" + word + " נתקע").contains(draft.id()), true);
        assertThat(outside.find("מחזירים את " + word, 5).get(0).id()).isEqualTo(draft.id());
    }

    @Test
    void whatIsSentBackIsWrittenAgain() throws Exception {
        ArticleDetail submitted = As.user("michal", () -> {
            ArticleDetail draft = publishing.create(sheet(Audience.INTERNAL).write());
            return publishing.submit(draft.id(), draft.version());
        });
        refused("shared.field-missing", () -> As.user("admin", () -> publishing.sendBack(submitted.id(), submitted.version(), " ")));
        ArticleDetail back = As.user("admin", () -> publishing.sendBack(submitted.id(), submitted.version(), "חסר מספר הדגם"));
        assertThat(back.open().remark()).isEqualTo("חסר מספר הדגם");
        ArticleDetail again = As.user("michal", () -> publishing.write(back.id(), back.version(), sheet(Audience.SUPERVISORS).write()));
        assertThat(again.open().sheet().audience()).isEqualTo(Audience.SUPERVISORS);
        assertThat(As.user("michal", () -> publishing.discard(again.id(), again.version()))).isNull();
        refused("knowledge.unknown", () -> As.user("michal", () -> publishing.get(again.id())));
    }

    @Test
    void theNextVersionTakesThePlaceOfThePublishedOneAndAnEarlierOneComesBack() throws Exception {
        ArticleDetail first = editors.published(sheet(Audience.PUBLIC));
        long id = first.id();
        ArticleDetail second = republished(id, Editors.hebrew(Audience.PUBLIC, "כותרת אחרת", "<p>טקסט אחר.</p>", List.of()));
        assertThat(second.versions()).extracting(VersionLine::state).containsExactly(ArticleVersion.State.PUBLISHED, ArticleVersion.State.REPLACED);
        assertThat(As.user("dana", () -> reading.read(id, null, "he")).title()).isEqualTo("כותרת אחרת");
        assertThat(As.user("dana", () -> reading.read(id, 1, "he")).title()).contains(word);
        assertThat(As.user("dana", () -> reading.editions(id))).extracting(Edition::number, Edition::current).containsExactly(tuple(2, true), tuple(1, false));
        soon(() -> found("dana", word).contains(id), false);

        ArticleDetail restored = As.user("admin", () -> publishing.restore(id, second.version(), 1));
        assertThat(restored.open().number()).isEqualTo(3);
        assertThat(restored.open().sheet()).isEqualTo(first.current().sheet());
        refused("knowledge.open-version", () -> As.user("admin", () -> publishing.restore(id, restored.version(), 1)));
    }

    private ArticleDetail republished(long id, ArticleSheet next) throws Exception {
        ArticleDetail submitted = As.user("michal", () -> {
            ArticleDetail written = publishing.write(id, publishing.get(id).version(), next.write());
            return publishing.submit(id, written.version());
        });
        return As.user("admin", () -> publishing.approve(id, submitted.version()));
    }

    @Test
    void whatIsArchivedNobodyFindsOrReads() throws Exception {
        long id = editors.published(sheet(Audience.PUBLIC)).id();
        soon(() -> found("dana", word).contains(id), true);
        editors.archived(id);
        assertThat(found("dana", word)).doesNotContain(id);
        refused("knowledge.unknown", () -> As.user("dana", () -> reading.read(id, null, "he")));
        refused("knowledge.unknown", () -> outside.read(id, "he"));
        refused("knowledge.not-published", () -> editors.archived(id));
    }

    @Test
    void eachFindsAndReadsOnlyWhatIsMeantForHim() throws Exception {
        long inside = editors.published(sheet(Audience.INTERNAL)).id();
        long leaders = editors.published(sheet(Audience.SUPERVISORS)).id();
        soon(() -> found("michal", word).containsAll(List.of(inside, leaders)), true);
        assertThat(found("dana", word)).contains(inside).doesNotContain(leaders);
        assertThat(found("crm", word)).contains(inside).doesNotContain(leaders);
        assertThat(outside.find(word, 5)).extracting(FoundArticle::id).doesNotContain(inside, leaders);
        refused("knowledge.unknown", () -> outside.read(inside, "he"));
        refused("knowledge.unknown", () -> As.user("dana", () -> reading.read(leaders, null, "he")));
        refused("knowledge.unknown", () -> As.user("dana", () -> reading.vote(leaders, true)));
        refused("shared.field-unknown-value", () -> As.user("michal", () -> publishing.create(sheet(Audience.ADMINISTRATORS).write())));
        long administrators = As.user("admin", () -> publishing.create(sheet(Audience.ADMINISTRATORS).write())).id();
        refused("knowledge.unknown", () -> As.user("michal", () -> publishing.get(administrators)));
        assertThatThrownBy(() -> As.user("dana", () -> publishing.create(sheet(Audience.PUBLIC).write()))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> search.find(word, 5)).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void anEarlierVersionThatWasForOthersStaysTheirs() throws Exception {
        long id = editors.published(sheet(Audience.SUPERVISORS)).id();
        ArticleDetail second = republished(id, sheet(Audience.INTERNAL));
        refused("knowledge.unknown-version", () -> As.user("dana", () -> reading.read(id, 1, "he")));
        assertThat(As.user("dana", () -> reading.editions(id))).extracting(Edition::number).containsExactly(2);

        system.inTransaction(() -> entities.createQuery("update ArticleVersion v set v.audience = :administrators where v.articleId = :id and v.number = 1").setParameter("administrators", Audience.ADMINISTRATORS).setParameter("id", id).executeUpdate());
        refused("knowledge.unknown-version", () -> As.user("michal", () -> publishing.version(id, 1)));
        refused("knowledge.unknown-version", () -> As.user("michal", () -> publishing.restore(id, second.version(), 1)));
        assertThat(As.user("michal", () -> publishing.get(id)).versions()).extracting(VersionLine::number).containsExactly(2);
        As.run("admin", () -> publishing.restore(id, second.version(), 1));
        refused("knowledge.unknown", () -> As.user("michal", () -> publishing.get(id)));
        assertThat(As.user("michal", () -> publishing.list(null, null)).rows()).extracting(Articles.Line::id).doesNotContain(id);
    }

    @Test
    void whatAnEditorWritesIsMadeSafeAndCheckedToTheEnd() throws Exception {
        ArticleDetail draft = As.user("michal", () -> publishing.create(Editors.hebrew(Audience.INTERNAL, word, "<p onclick=\"x()\">טקסט<script>x()</script></p>", List.of()).write()));
        assertThat(draft.open().sheet().hebrew().body()).isEqualTo("<p>טקסט</p>");
        refused("shared.field-missing", () -> As.user("michal", () -> publishing.create(Editors.hebrew(Audience.INTERNAL, word, "<script>x()</script>", List.of()).write())));
        refused("knowledge.field-unknown-product", () -> As.user("michal", () -> publishing.create(new ArticleSheet(Kind.MANUAL, Audience.PUBLIC, "NO-SUCH", List.of(), new Wording(word, "<p>א</p>", List.of()), null).write())));
        refused("shared.not-json-at", () -> As.user("michal", () -> publishing.create("{")));
    }

    @Test
    void aReaderHasOneVote() throws Exception {
        long id = editors.published(sheet(Audience.INTERNAL)).id();
        As.run("dana", () -> reading.vote(id, true));
        As.run("dana", () -> reading.vote(id, true));
        assertThat(As.user("yossi", () -> reading.vote(id, false)).counts()).isEqualTo(new Articles.Counts(1, 1, 0));
        assertThat(As.user("dana", () -> reading.vote(id, false)).counts()).isEqualTo(new Articles.Counts(0, 2, 0));
        assertThat(As.user("dana", () -> reading.vote(id, null))).isEqualTo(new ArticleReading.Opinion(new Articles.Counts(0, 1, 0), null));
        assertThatThrownBy(() -> As.user("crm", () -> reading.vote(id, true))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void aListGoesOnWhereItEnded() throws Exception {
        List<Long> made = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            made.add(0, editors.published(sheet(Audience.INTERNAL)).id());
        }
        Page<ReadArticle> first = As.user("dana", () -> reading.list(null, null, null, 2, "he"));
        assertThat(first.more()).isTrue();
        Page<ReadArticle> second = As.user("dana", () -> reading.list(null, null, first.rows().get(1).versionId(), 1, "he"));
        assertThat(first.rows()).extracting(ReadArticle::id).containsExactly(made.get(0), made.get(1));
        assertThat(second.rows()).extracting(ReadArticle::id).containsExactly(made.get(2));
        assertThat(As.user("admin", () -> publishing.list(ArticleVersion.State.PUBLISHED, null)).rows().get(0).id()).isEqualTo(made.get(0));
    }

    @Test
    void whatTheIndexForgetsComesBackByItself() throws Exception {
        long id = editors.published(sheet(Audience.PUBLIC)).id();
        soon(() -> found("dana", word).contains(id), true);
        system.inTransaction(() -> {
            entities.createQuery("select p.id from ArticlePassage p where p.articleId = :id", Long.class).setParameter("id", id).getResultList()
                    .forEach(passage -> Search.session(entities).indexingPlan().purge(ArticlePassage.class, passage, null));
            return null;
        });
        soon(() -> found("dana", word).contains(id), false);
        await().atMost(PATIENCE).until(() -> {
            system.run(() -> sweeping.sweep("article"));
            return found("dana", word).contains(id);
        });
    }

    // ---- other systems, over HTTP

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String crm = Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
        URI address = URI.create("http://localhost:" + (8080 + TestPeers.offset()) + "/moked/api/v1/" + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).header("Authorization", "Basic " + crm).header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    @Test
    @RunAsClient
    void otherSystemsFindAndReadWhatIsPublicOrInternal() throws Exception {
        JsonObject found = json(get("articles/search?q=" + URLEncoder.encode("יש לי נורית אדומה בנתב", StandardCharsets.UTF_8))).getJsonArray("items").getJsonObject(0);
        assertThat(found.getString("title")).isEqualTo("הנתב לא מתחבר: מה בודקים קודם");
        JsonObject read = json(get("articles/" + found.getInt("id") + "?language=en"));
        assertThat(read.getString("title")).isEqualTo("The router does not connect: what to check first");
        assertThat(read.getString("text")).contains("1. ").doesNotContain("<");

        HttpResponse<String> first = get("articles?size=2");
        assertThat(json(first).getJsonArray("items")).hasSize(2);
        assertThat(first.headers().firstValue("Link").orElseThrow()).contains("rel=\"next\"").contains("cursor=");
        assertThat(json(get("articles?kind=MANUAL&sku=RTR-AX3000")).getJsonArray("items")).hasSize(1);
        assertThat(json(get("articles?size=100")).getJsonArray("items").getValuesAs(JsonObject.class)).extracting(article -> article.getString("audience")).isSubsetOf("PUBLIC", "INTERNAL");

        assertThat(get("articles?cursor=!").statusCode()).isEqualTo(400);
        assertThat(get("articles?kind=BOOK").statusCode()).isEqualTo(400);
        assertThat(get("articles/search").statusCode()).isEqualTo(422);
        assertThat(get("articles/search?q=" + "a".repeat(2001)).statusCode()).isEqualTo(422);
        HttpResponse<String> unknown = get("articles/999999999");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).getString("code")).isEqualTo("knowledge.unknown");
    }
}
