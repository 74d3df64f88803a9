// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text the provider has approved beforehand, with numbered places ({@code {{1}}}, {@code {{2}}}, as WhatsApp writes them). It is
 * kept here as it was approved there: name and language name it to the provider, the text is what the agent sees.
 */
@Entity
@Table(name = "message_template")
public class Template {
    /** SUBMITTED waits for the provider's approval, REJECTED did not get it, OFF is not wanted any more: only what is APPROVED may be sent. */
    public enum Status { SUBMITTED, APPROVED, REJECTED, OFF }

    /** As the table and the provider take it. */
    public static final int LONGEST_TEXT = 1024;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\d{1,2})}}");
    private static final int LONGEST_PARAMETER = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_template_seq")
    @SequenceGenerator(name = "message_template_seq", sequenceName = "message_template_seq")
    private Long id;
    @Column(name = "account_id")
    private long accountId;
    private String name;
    private String language;
    private String text;
    @Enumerated(EnumType.STRING)
    private Status status = Status.APPROVED;
    @Version
    private int version;

    protected Template() {
    }

    public Template(long accountId, String name, String language, String text) {
        this.accountId = accountId;
        this.name = name;
        this.language = language;
        this.text = text;
    }

    /**
     * As an administrator enters it.
     *
     * @throws BusinessException {@code shared.field-malformed} with {@code name} or {@code language}, and what {@link #change} throws
     */
    public static Template of(long accountId, String name, String language, String text, Status status) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new BusinessException("shared.field-malformed", "name");
        }
        if (language == null || !LANGUAGE.matcher(language).matches()) {
            throw new BusinessException("shared.field-malformed", "language");
        }
        Template template = new Template(accountId, name, language, "");
        template.change(text, status);
        return template;
    }

    /** What is in the outbox already is sent as it was written. @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long}, {@code channel.template-places} */
    public void change(String words, Status now) {
        if (words == null || words.isBlank()) {
            throw new BusinessException("shared.field-missing", "text");
        }
        if (words.strip().length() > LONGEST_TEXT) {
            throw new BusinessException("shared.field-too-long", "text", LONGEST_TEXT);
        }
        if (now == null) {
            throw new BusinessException("shared.field-missing", "status");
        }
        Set<Integer> numbers = PLACE.matcher(words).results().map(place -> Integer.valueOf(place.group(1))).collect(Collectors.toSet());
        if (!numbers.equals(IntStream.rangeClosed(1, numbers.size()).boxed().collect(Collectors.toSet()))) {
            throw new BusinessException("channel.template-places", "text");
        }
        text = words.strip();
        status = now;
    }

    /** How many places are to be filled. */
    public int places() {
        return PLACE.matcher(text).results().mapToInt(place -> Integer.parseInt(place.group(1))).max().orElse(0);
    }

    /**
     * The text the customer will read.
     *
     * @throws BusinessException {@code channel.template-parameters} unless there is one short line for each place
     */
    public String filled(List<String> parameters) {
        // a provider refuses empty places and line ends in them
        if (parameters.size() != places() || parameters.stream().anyMatch(value -> value == null || value.isBlank() || value.length() > LONGEST_PARAMETER || value.matches("(?s).*[\\n\\r\\t].*"))) {
            throw new BusinessException("channel.template-parameters", places());
        }
        return PLACE.matcher(text).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(number == 0 ? place.group() : parameters.get(number - 1));
        });
    }

    public Long id() {
        return id;
    }

    public long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    /** As the provider writes it: {@code he}, {@code en_US}. */
    public String language() {
        return language;
    }

    public String text() {
        return text;
    }

    public Status status() {
        return status;
    }

    public int version() {
        return version;
    }
}
