// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.customer.Segment;
import il.moked.shared.OneOf;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The list of branches as the page shows it. */
@Named
@RequestScoped
public class BranchesView {
    private static final int LONGEST = 60;

    @Inject
    BranchTexts texts;
    @Inject
    ActiveLocale locale;

    private List<Listing> all = List.of();
    private Segment chosen;
    private String sought = "";

    /** A type of customers to choose. */
    public record Choice(String code, String text, boolean chosen) {
        public String getCode() {
            return code;
        }

        public String getText() {
            return text;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    void shows(List<Listing> branches, String segment, String words) {
        all = branches;
        chosen = OneOf.named(Segment.class, segment).orElse(null);
        sought = words == null || words.length() > LONGEST ? "" : words.strip();
    }

    public String getSought() {
        return sought;
    }

    public String getSegment() {
        return chosen == null ? "" : chosen.name();
    }

    public List<Choice> getChoices() {
        return Stream.concat(Stream.of(new Choice("", texts.text("for.all"), chosen == null)), Arrays.stream(Segment.values()).map(one -> new Choice(one.name(), texts.text("for." + one), one == chosen))).toList();
    }

    /** Those for the type of customers that was chosen and with the words that were typed; the shortest wait first. */
    public List<Listing> getFound() {
        String words = sought.toLowerCase(Locale.ROOT);
        return all.stream().filter(branch -> chosen == null || branch.segments().contains(chosen))
                .filter(branch -> Stream.of(branch.hebrewName(), branch.englishName(), branch.hebrewTown(), branch.englishTown(), branch.address()).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words)))
                .sorted(java.util.Comparator.comparing((Listing branch) -> !branch.open()).thenComparing(branch -> branch.minutes() == null ? Integer.MAX_VALUE : branch.minutes()).thenComparing(branch -> branch.name(locale.getLang()))).toList();
    }
}
