// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.interaction.AsSystem;
import il.moked.knowledge.ejb.FoundArticle;
import il.moked.knowledge.ejb.KnowledgeSearch;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hibernate.search.mapper.orm.Search;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How often a question finds what answers it, over questions that people asked. With
 * {@code -Dmoked.it.options=-Dmoked.it.knowledge=FOLDER} over all of heq-val.json and banking77-train.csv in that folder.
 */
@AnyDatabase
@ArquillianTest
public class KnowledgeRecallIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double PASSAGES_AMONG_FIVE = 0.91;
    private static final double TOPICS_AMONG_THREE = 0.95;
    /** Of thirty questions a topic, instead of a hundred and more. */
    private static final double TOPICS_OF_FEW_QUESTIONS = 0.9;
    private static final int FIRST = 5;
    private static final int HELD_BACK = 10;
    private static final String ALL = System.getProperty("moked.it.knowledge");

    @Inject
    AsSystem system;
    @Inject
    Editors editors;
    @Inject
    KnowledgeSearch search;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final List<Long> made = new ArrayList<>();

    /** @param article its place among those that were published */
    private record Asked(String question, int article) {
    }

    @BeforeEach
    void inThisThread() {
        Awaitility.pollInSameThread();
    }

    @AfterEach
    void away() throws Exception {
        editors.archived(made.stream().mapToLong(Long::longValue).toArray());
    }

    private static String sample(String name) throws IOException {
        if (ALL != null) {
            return Files.readString(Path.of(ALL, name));
        }
        try (InputStream file = KnowledgeRecallIT.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void publish(List<ArticleSheet> sheets) throws Exception {
        editors.published(sheets).forEach(article -> made.add(article.id()));
    }

    /** The place among the first five of the article that answers each, from 0; beyond them where it is not. Asked once all that was published can be found. */
    private List<Integer> places(List<Asked> asked) throws Exception {
        long passages = system.inTransaction(() -> entities.createQuery("select count(p) from ArticlePassage p", Long.class).getSingleResult());
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> Search.session(entities).search(ArticlePassage.class).where(f -> f.matchAll()).fetchTotalHitCount()) == passages);
        return As.user("dana", () -> asked.stream().map(one -> {
            int place = search.find(one.question(), FIRST).stream().map(FoundArticle::id).toList().indexOf(made.get(one.article()));
            return place < 0 ? FIRST : place;
        }).toList());
    }

    private static double share(List<Integer> places, int among) {
        return (double) places.stream().filter(place -> place < among).count() / places.size();
    }

    @Test
    void aHebrewQuestionFindsItsPassage() throws Exception {
        List<Asked> answered = new ArrayList<>();
        List<Asked> all = new ArrayList<>();
        List<ArticleSheet> sheets = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(sample("heq-val.json")))) {
            for (JsonObject page : reader.readObject().getJsonArray("data").getValuesAs(JsonObject.class)) {
                for (JsonObject passage : page.getJsonArray("paragraphs").getValuesAs(JsonObject.class)) {
                    sheets.add(Editors.hebrew(Audience.INTERNAL, page.getString("title"), "<p>" + passage.getString("context").replace("&", "&amp;").replace("<", "&lt;") + "</p>", List.of()));
                    for (JsonObject question : passage.getJsonArray("qas").getValuesAs(JsonObject.class)) {
                        Asked asked = new Asked(question.getString("question"), sheets.size() - 1);
                        all.add(asked);
                        if (!question.getBoolean("is_impossible")) {
                            answered.add(asked);
                        }
                    }
                }
            }
        }
        publish(sheets);
        List<Integer> ofAnswered = places(answered);
        List<Integer> ofAll = places(all);
        System.out.printf("HeQ: %d passages; among five: %.3f of %d questions with an answer, %.3f of all %d; first: %.3f, %.3f%n", made.size(), share(ofAnswered, FIRST), answered.size(), share(ofAll, FIRST), all.size(), share(ofAnswered, 1), share(ofAll, 1));
        assertThat(share(ofAnswered, FIRST)).isGreaterThanOrEqualTo(PASSAGES_AMONG_FIVE);
        assertThat(share(ofAll, FIRST)).isGreaterThanOrEqualTo(PASSAGES_AMONG_FIVE);
    }

    /** Some questions are written on several lines. */
    private static List<String> rows(String file) {
        return List.of(file.substring(file.indexOf('\n') + 1).split("(?<=,[a-zA-Z_?]{1,60})\\R"));
    }

    /** Every tenth question is asked, the others are what the articles say they answer. */
    @Test
    void aCustomersQuestionFindsItsTopic() throws Exception {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        Map<String, List<String>> held = new LinkedHashMap<>();
        int line = 0;
        for (String row : rows(sample("banking77-train.csv"))) {
            int comma = row.lastIndexOf(',');
            String question = row.substring(0, comma).replaceAll("^\"|\"$", "").replace("\"\"", "\"").replaceAll("\\s+", " ").strip();
            Map<String, List<String>> kept = line++ % HELD_BACK == 0 ? held : topics;
            kept.computeIfAbsent(row.substring(comma + 1), none -> new ArrayList<>()).add(question);
        }
        List<Asked> asked = new ArrayList<>();
        List<ArticleSheet> sheets = new ArrayList<>();
        for (Map.Entry<String, List<String>> topic : topics.entrySet()) {
            String title = topic.getKey().replace('_', ' ');
            sheets.add(Editors.english(Audience.INTERNAL, title, "<p>" + title + "</p>", topic.getValue().stream().filter(question -> !question.isBlank() && question.length() <= ArticleSheet.LONGEST_QUESTION).toList()));
            held.getOrDefault(topic.getKey(), List.of()).forEach(question -> asked.add(new Asked(question, sheets.size() - 1)));
        }
        publish(sheets);
        List<Integer> places = places(asked);
        System.out.printf("BANKING77: %d topics, %d questions asked; among three: %.3f; first: %.3f%n", topics.size(), asked.size(), share(places, 3), share(places, 1));
        assertThat(share(places, 3)).isGreaterThanOrEqualTo(ALL == null ? TOPICS_OF_FEW_QUESTIONS : TOPICS_AMONG_THREE);
    }
}
