// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Everything that is written of an article, and the same as JSON: what the {@code article} is, and its text in {@code he} and
 * {@code en}, of which one is enough. What is wrong is refused with the place of the field.
 *
 * @param sku of the product it is about, or null @param topics words under which it is found @param hebrew null when it is not written in Hebrew @param english the same
 */
public record ArticleSheet(Kind kind, Audience audience, String sku, List<String> topics, Wording hebrew, Wording english) {
    public static final int LONGEST_TITLE = 160;
    public static final int LONGEST_BODY = 200_000;
    public static final int LONGEST_QUESTION = 300;
    public static final int MOST_QUESTIONS = 200;
    public static final int LONGEST_TOPIC = 40;
    public static final int MOST_TOPICS = 10;
    private static final int LONGEST_SKU = 40;
    private static final Pattern SKU = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    public enum Kind { ARTICLE, MANUAL }

    /** The text in one language. @param body HTML @param questions as customers put them, each of which this answers */
    public record Wording(String title, String body, List<String> questions) {
        public Wording {
            questions = lines(questions);
        }
    }

    public ArticleSheet {
        if (hebrew == null && english == null) {
            throw new BusinessException("shared.field-missing", "he.title");
        }
        topics = lines(topics);
    }

    /** Each in one line, none twice. */
    private static List<String> lines(List<String> texts) {
        return texts.stream().map(text -> text.replaceAll("\\s+", " ").strip()).filter(text -> !text.isEmpty()).distinct().toList();
    }

    /** @throws BusinessException whose first argument is the field that is wrong */
    public static ArticleSheet read(String text) {
        Fields json = Fields.of(text);
        Fields what = json.part("article");
        Kind kind = what.one("kind", Kind.class);
        Audience audience = what.one("audience", Audience.class);
        String sku = what.findText("sku", LONGEST_SKU).map(written -> written.toUpperCase(Locale.ROOT)).orElse(null);
        if (sku != null && !SKU.matcher(sku).matches()) {
            throw new BusinessException("shared.field-malformed", "article.sku");
        }
        List<String> topics = what.texts("topics", LONGEST_TOPIC);
        if (topics.size() > MOST_TOPICS) {
            throw new BusinessException("shared.field-too-many", "article.topics", MOST_TOPICS);
        }
        ArticleSheet sheet = new ArticleSheet(kind, audience, sku, topics, wording(json.part("he")), wording(json.part("en")));
        what.nothingElse();
        json.nothingElse();
        return sheet;
    }

    private static Wording wording(Fields language) {
        Optional<String> title = language.findText("title", LONGEST_TITLE);
        Optional<String> body = language.findText("body", LONGEST_BODY);
        List<String> questions = language.texts("questions", LONGEST_QUESTION);
        if (questions.size() > MOST_QUESTIONS) {
            throw new BusinessException("shared.field-too-many", language.path() + ".questions", MOST_QUESTIONS);
        }
        language.nothingElse();
        if (title.isEmpty() && body.isEmpty() && questions.isEmpty()) {
            return null;
        }
        return new Wording(title.orElseThrow(() -> missing(language, "title")), body.orElseThrow(() -> missing(language, "body")), questions);
    }

    private static BusinessException missing(Fields language, String field) {
        return new BusinessException("shared.field-missing", language.path() + "." + field);
    }

    public String write() {
        JsonObjectBuilder what = OneJson.PROVIDER.createObjectBuilder().add("kind", kind.name()).add("audience", audience.name()).add("topics", texts(topics));
        if (sku != null) {
            what.add("sku", sku);
        }
        return OneJson.PROVIDER.createObjectBuilder().add("article", what).add("he", written(hebrew)).add("en", written(english)).build().toString();
    }

    private static JsonObjectBuilder written(Wording wording) {
        JsonObjectBuilder written = OneJson.PROVIDER.createObjectBuilder();
        return wording == null ? written : written.add("title", wording.title()).add("body", wording.body()).add("questions", texts(wording.questions()));
    }

    private static JsonArrayBuilder texts(List<String> texts) {
        JsonArrayBuilder written = OneJson.PROVIDER.createArrayBuilder();
        texts.forEach(written::add);
        return written;
    }

    /** With its bodies made safe. */
    public ArticleSheet with(UnaryOperator<String> body) {
        return new ArticleSheet(kind, audience, sku, topics, changed(hebrew, body, "he"), changed(english, body, "en"));
    }

    private static Wording changed(Wording wording, UnaryOperator<String> body, String language) {
        if (wording == null) {
            return null;
        }
        String safe = body.apply(wording.body());
        if (safe.isBlank()) {
            throw new BusinessException("shared.field-missing", language + ".body");
        }
        return new Wording(wording.title(), safe, wording.questions());
    }

    /** In this language, else in the other. */
    public Wording in(String language) {
        Wording wanted = "he".equals(language) ? hebrew : english;
        return wanted != null ? wanted : hebrew != null ? hebrew : english;
    }

    /** The language {@link #in} answers in. */
    public String languageFor(String language) {
        return "he".equals(language) && hebrew != null || english == null ? "he" : "en";
    }

    public List<String> languages() {
        List<String> languages = new ArrayList<>();
        if (hebrew != null) {
            languages.add("he");
        }
        if (english != null) {
            languages.add("en");
        }
        return languages;
    }
}
