// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text the provider has approved beforehand, with numbered places ({@code {{1}}}, {@code {{2}}}, as WhatsApp writes them). It is
 * kept here as it was approved there: name and language name it to the provider, the text is what the agent sees.
 */
@Entity
@Table(name = "message_template")
public class Template {
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
    private boolean enabled = true;

    protected Template() {
    }

    public Template(long accountId, String name, String language, String text) {
        this.accountId = accountId;
        this.name = name;
        this.language = language;
        this.text = text;
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

    public boolean enabled() {
        return enabled;
    }
}
