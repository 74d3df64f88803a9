// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What customers sign: a text in both languages with fields that are filled from the customer and the case. A text is never changed:
 * whoever edits it saves another edition, and what was sent or signed keeps its own.
 */
@Entity
@Table(name = "form_template")
public class FormTemplate {
    public static final int LONGEST_NAME = 120;
    public static final int LONGEST_TEXT = 20_000;
    public static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final Pattern FIELD = Pattern.compile("\\{([a-z-]{1,40})\\}");

    /** What can be filled in, as it is written between braces. */
    public enum Field {
        CUSTOMER, CUSTOMER_NUMBER, CASE, SUBJECT, DATE, ORGANISATION;

        public String written() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "form_template_seq")
    @SequenceGenerator(name = "form_template_seq", sequenceName = "form_template_seq")
    private Long id;
    @Column(updatable = false)
    private String code;
    @Column(updatable = false)
    private int edition;
    @Column(name = "name_he", updatable = false)
    private String hebrewName;
    @Column(name = "name_en", updatable = false)
    private String englishName;
    @Column(name = "text_he", updatable = false)
    private String hebrewText;
    @Column(name = "text_en", updatable = false)
    private String englishText;
    private boolean newest = true;
    private boolean active;
    @Column(name = "saved_by", updatable = false)
    private String savedBy;
    @Column(name = "saved_at", updatable = false)
    private Instant savedAt;
    @Version
    private int version;

    protected FormTemplate() {
    }

    /** What an administrator writes. */
    public record Written(String hebrewName, String englishName, String hebrewText, String englishText, boolean active) {
    }

    public FormTemplate(String code, int edition, Written written, String by, Instant now) {
        this.code = code;
        this.edition = edition;
        this.hebrewName = written.hebrewName();
        this.englishName = written.englishName();
        this.hebrewText = written.hebrewText();
        this.englishText = written.englishText();
        this.active = written.active();
        this.savedBy = by;
        this.savedAt = now;
    }

    /** Another edition takes its place. */
    public void replaced() {
        newest = false;
    }

    /** The text with its fields filled in; one that has no value becomes a line to be read as empty. */
    public static String filled(String text, Map<Field, String> values) {
        Matcher fields = FIELD.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (fields.find()) {
            String value = named(fields.group(1)) == null ? fields.group() : values.getOrDefault(named(fields.group(1)), "–");
            fields.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return fields.appendTail(filled).toString();
    }

    /** What stands between braces and can not be filled in. */
    public static Set<String> unknownFields(String text) {
        Set<String> unknown = new LinkedHashSet<>();
        Matcher fields = FIELD.matcher(text);
        while (fields.find()) {
            if (named(fields.group(1)) == null) {
                unknown.add(fields.group());
            }
        }
        return unknown;
    }

    private static Field named(String written) {
        for (Field field : Field.values()) {
            if (field.written().equals(written)) {
                return field;
            }
        }
        return null;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public int edition() {
        return edition;
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public String text(String language) {
        return "he".equals(language) ? hebrewText : englishText;
    }

    public boolean newest() {
        return newest;
    }

    public boolean active() {
        return active;
    }

    public String savedBy() {
        return savedBy;
    }

    public Instant savedAt() {
        return savedAt;
    }
}
