// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Collection;
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
@ArquillianTest
public class KnowledgeRecallIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double PASSAGES_AMONG_FIVE = 0.91;
    private static final double TOPICS_AMONG_THREE = 0.95;
    /** Of thirty questions a topic, instead of a hundred and more. */
    private static final double TOPICS_OF_FEW_QUESTIONS = 0.9;
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

    private record Asked(String question, long article) {
    }

    @BeforeEach
    void inThisThread() {
        Awaitility.pollInSameThread();
    }

    @AfterEach
    void away() throws Exception {
        for (long id : made) {
            editors.archived(id);
        }
    }

    private static String sample(String name) throws IOException {
        if (ALL != null) {
            return Files.readString(Path.of(ALL, name));
        }
        try (InputStream file = KnowledgeRecallIT.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private long publish(ArticleSheet sheet) throws Exception {
        long id = editors.published(sheet).id();
        made.add(id);
        return id;
    }

    /** Once all that was published can be found. */
    private double share(Collection<Asked> asked, int among) throws Exception {
        long passages = system.inTransaction(() -> entities.createQuery("select count(p) from ArticlePassage p", Long.class).getSingleResult());
        await().atMost(PATIENCE).until(() -> system.inTransaction(() -> Search.session(entities).search(ArticlePassage.class).where(f -> f.matchAll()).fetchTotalHitCount()) == passages);
        int found = 0;
        for (Asked one : asked) {
            found += As.user("dana", () -> search.find(one.question(), among)).stream().map(FoundArticle::id).anyMatch(id -> id == one.article()) ? 1 : 0;
        }
        return (double) found / asked.size();
    }

    @Test
    void aHebrewQuestionFindsItsPassage() throws Exception {
        List<Asked> answered = new ArrayList<>();
        List<Asked> all = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new StringReader(sample("heq-val.json")))) {
            for (JsonObject page : reader.readObject().getJsonArray("data").getValuesAs(JsonObject.class)) {
                for (JsonObject passage : page.getJsonArray("paragraphs").getValuesAs(JsonObject.class)) {
                    long id = publish(Editors.hebrew(Audience.INTERNAL, page.getString("title"), "<p>" + passage.getString("context").replace("&", "&amp;").replace("<", "&lt;") + "</p>", List.of()));
                    for (JsonObject question : passage.getJsonArray("qas").getValuesAs(JsonObject.class)) {
                        Asked asked = new Asked(question.getString("question"), id);
                        all.add(asked);
                        if (!question.getBoolean("is_impossible")) {
                            answered.add(asked);
                        }
                    }
                }
            }
        }
        double ofAnswered = share(answered, 5);
        double ofAll = share(all, 5);
        System.out.printf("HeQ: %d passages; among five: %.3f of %d questions with an answer, %.3f of all %d; first: %.3f, %.3f%n", made.size(), ofAnswered, answered.size(), ofAll, all.size(), share(answered, 1), share(all, 1));
        assertThat(ofAnswered).isGreaterThanOrEqualTo(PASSAGES_AMONG_FIVE);
        assertThat(ofAll).isGreaterThanOrEqualTo(PASSAGES_AMONG_FIVE);
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
        for (Map.Entry<String, List<String>> topic : topics.entrySet()) {
            String title = topic.getKey().replace('_', ' ');
            long id = publish(Editors.english(Audience.INTERNAL, title, "<p>" + title + "</p>", topic.getValue().stream().filter(question -> !question.isBlank() && question.length() <= ArticleSheet.LONGEST_QUESTION).toList()));
            held.getOrDefault(topic.getKey(), List.of()).forEach(question -> asked.add(new Asked(question, id)));
        }
        double three = share(asked, 3);
        System.out.printf("BANKING77: %d topics, %d questions asked; among three: %.3f; first: %.3f%n", topics.size(), asked.size(), three, share(asked, 1));
        assertThat(three).isGreaterThanOrEqualTo(ALL == null ? TOPICS_OF_FEW_QUESTIONS : TOPICS_AMONG_THREE);
    }
}
