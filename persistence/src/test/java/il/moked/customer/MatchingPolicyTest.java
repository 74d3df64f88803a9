// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.Evidence.Level;
import il.moked.customer.Evidence.Subject;
import il.moked.customer.Likeness.Verdict;
import il.moked.customer.Traits.Part;
import il.moked.shared.BusinessException;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingPolicyTest {
    private static final Map<String, Part> PARTS = Map.of("g", Part.GIVEN_NAME, "f", Part.FAMILY_NAME, "n", Part.FULL_NAME, "b", Part.BIRTH_DATE, "i", Part.NATIONAL_ID, "p", Part.PHONE, "e", Part.EMAIL, "s", Part.STREET, "h", Part.HOUSE, "c", Part.CITY);

    /** Written as {@code g=משה f=כהן}; an underline stands for a blank. */
    private static Traits of(String written) {
        Traits.Collecting collecting = Traits.collecting();
        for (String part : written.split(" ")) {
            String[] both = part.split("=");
            if (both[0].equals("cn")) {
                collecting.company(true).with(Part.COMPANY_NUMBER, both[1]);
            } else {
                collecting.company(both[0].equals("n") && written.contains("cn=")).with(PARTS.get(both[0]), both[1].replace('_', ' '));
            }
        }
        return collecting.done();
    }

    private static Likeness compared(String one, String other) {
        return MatchingPolicy.DEFAULT.compare(of(one), of(other));
    }

    @ParameterizedTest(name = "{0} ~ {1}: {2}")
    @CsvSource({
            "כהן, Cohen, CLOSE", "כהן, Kohen, CLOSE", "כהן, Cohn, CLOSE", "לוי, Levi, CLOSE", "לוי, Levy, CLOSE", "מזרחי, Mizrahi, CLOSE", "מזרחי, Mizrachi, CLOSE", "פרידמן, Friedman, CLOSE", "אביטן, Avitan, CLOSE", "יעקובוב, Yakubov, CLOSE",
            "שוורץ, Schwartz, CLOSE", "צדוק, Tzadok, CLOSE", "חדד, Haddad, CLOSE", "וקנין, Vaknin, CLOSE", "גולדשטיין, Goldstein, CLOSE", "ביטון, Biton, CLOSE", "ויינברג, Weinberg, CLOSE",
            "פרידמן, פרידמאן, CLOSE", "וייס, ויס, CLOSE", "גולדשטיין, גולדשטין, CLOSE", "רבינוביץ', רבינוביץ, SAME", "בן דוד, בן-דוד, SAME", "בן דוד, בנדוד, CLOSE", "אברהם, אַבְרָהָם, SAME", "כהנים, כהנימ, SAME", "O'Neil, ONeil, SAME", "Müller, Muller, SAME",
            "כהן לוי, כהן, PARTLY", "כהן, Levi, DIFFERENT", "כהן, לוי, DIFFERENT", "ביטון, Goldstein, DIFFERENT"})
    void familyNamesAreComparedAcrossSpellingsAndScripts(String one, String other, Level level) {
        assertThat(compared("g=דנה f=" + one.replace(' ', '_'), "g=דנה f=" + other.replace(' ', '_')).evidence()).filteredOn(item -> item.subject() == Subject.FAMILY_NAME).extracting(Evidence::level).containsExactly(level);
    }

    @ParameterizedTest(name = "{0} ~ {1}: {2}")
    @CsvSource({"דויד, דוד, CLOSE", "אהרון, אהרן, CLOSE", "יעקב, Yaakov, CLOSE", "יעקב, Jacob, CLOSE", "משה, Moshe, CLOSE", "חיים, Haim, CLOSE", "חיים, Chaim, CLOSE", "שושנה, Shoshana, CLOSE", "אברהם, Avraham, CLOSE",
            "דניאל, דניאלה, PARTLY", "אמית, אמיר, PARTLY", "טל, גל, DIFFERENT", "רון, רונה, PARTLY", "יוסף חיים, יוסף, PARTLY", "שרה, Moshe, DIFFERENT"})
    void givenNamesAreComparedMoreStrictly(String one, String other, Level level) {
        assertThat(compared("f=כהן g=" + one.replace(' ', '_'), "f=כהן g=" + other.replace(' ', '_')).evidence()).filteredOn(item -> item.subject() == Subject.GIVEN_NAME).extracting(Evidence::level).containsExactly(level);
    }

    @ParameterizedTest(name = "{3}: {0} ~ {1}")
    @CsvSource({
            "g=משה f=כהן i=123456782 b=1970-02-03, g=Moshe f=Cohen i=123456782, CERTAIN, the number and the name in another script",
            "g=משה f=כהן i=123456782 b=1970-02-03, g=כהן f=משה i=123456782 b=1970-03-02, CERTAIN, everything exchanged",
            "g=משה f=כהן b=1970-02-03, g=משה f=כהן b=1970-02-03, REVIEW, there are many of that name and day",
            "g=משה f=כהן b=1970-02-03 p=052-3456789, g=משה f=כהן b=1970-02-03 p=+972523456789, CERTAIN, name and day and telephone",
            "g=משה f=כהן b=1970-02-03 i=123456782 p=052-3456789, g=משה f=כהן b=1970-02-03 i=000000018 p=052-3456789, REVIEW, two valid numbers contradict",
            "g=משה f=כהן i=123456782, g=משה f=כהן i=990356123, APART, two valid numbers and nothing but a name",
            "g=משה f=כהן b=1970-02-03 p=052-3456789 s=הרצל h=5 c=חיפה, g=רחל f=כהן b=1972-05-06 p=052-3456789 s=הרצל h=5 c=חיפה, APART, a couple",
            "g=משה f=כהן p=052-3456789 s=הרצל h=5 c=חיפה, g=רחל f=כהן p=052-3456789 s=הרצל h=5 c=חיפה, APART, a couple of whom the days are not known",
            "g=משה f=כהן b=1940-02-03 p=03-6231234 s=הרצל h=5 c=חיפה, g=משה f=כהן b=1970-11-26 p=03-6231234 s=הרצל h=5 c=חיפה, REVIEW, father and son of one name",
            "g=דניאל f=כהן b=2001-02-03 p=03-6231234 s=הרצל h=5 c=חיפה, g=דניאלה f=כהן b=2001-02-03 p=03-6231234 s=הרצל h=5 c=חיפה, REVIEW, twins",
            "g=משה f=כהן i=123456782 p=03-6231234 s=הרצל h=5, g=רחל f=כהן i=123456782 p=03-6231234 s=הרצל h=5, REVIEW, his number on her card",
            "g=דנה f=לוי b=1985-07-03 s=רחוב_הרצל h=12 c=רמת_גן, g=דנה f=כהן b=1985-07-03 s=הרצל h=12 c=רמת-גן, CERTAIN, married and at the same address",
            "g=דנה f=לוי e=dana.levi@example.co.il, g=Dana f=Levy e=dana.levi@example.co.il, CERTAIN, mail address and name",
            "n=מאפיות_אורן_בע\"מ cn=514000009, n=מאפיות_אורן cn=514000009, CERTAIN, a company by its number",
            "n=מאפיות_אורן_בע\"מ cn=514000009 p=03-6231234, n=מאפיות_אורן_בע\"מ cn=514000017 p=03-6231234, REVIEW, companies of one name and two numbers",
            "g=משה f=כהן, g=דוד f=לוי, APART, nothing in common"})
    void whoIsOneAndWhoIsTwo(String one, String other, Verdict verdict, String why) {
        assertThat(compared(one, other).verdict()).as(why + " " + compared(one, other)).isEqualTo(verdict);
        assertThat(compared(other, one)).as("the order does not matter").isEqualTo(compared(one, other));
    }

    @ParameterizedTest(name = "{0} ~ {1}")
    @CsvSource({"g=משה f=כהן, g=Moshe f=Cohen", "g=חיים f=לוי, g=Chaim f=Levi", "g=כהן f=משה, g=משה f=כהן", "g=משה f=כהן b=1970-02-03, f=כהן b=1970-03-02", "p=052-3456789, p=+972-52-345-6789", "e=Dana@Example.com, e=dana@example.com",
            "n=משה_כהן, g=Moshe f=Cohen", "i=00018, i=000000018"})
    void whoIsOneSharesAKey(String one, String other) {
        assertThat(Collections.disjoint(Blocking.keys(of(one)), Blocking.keys(of(other)))).as(Blocking.keys(of(one)) + " " + Blocking.keys(of(other))).isFalse();
    }

    @Test
    void whatIsMissingSaysNothing() {
        assertThat(compared("g=משה", "p=052-3456789")).isEqualTo(new Likeness(0, Verdict.APART, java.util.List.of()));
        assertThat(Blocking.keys(Traits.collecting().with(Part.EMAIL, " ").with(Part.GIVEN_NAME, null).with(Part.BIRTH_DATE, "soon").done())).isEmpty();
    }

    @Test
    void keysAndNamesStaySmallWhateverIsWritten() {
        String long1 = "ווו".repeat(100) + " " + "h".repeat(300);
        Traits traits = Traits.collecting().with(Part.FULL_NAME, long1).with(Part.GIVEN_NAME, long1).with(Part.FAMILY_NAME, long1).with(Part.BIRTH_DATE, "19700203").with(Part.CITY, long1).done();
        assertThat(Blocking.keys(traits)).allMatch(key -> key.length() <= Blocking.LONGEST_KEY).hasSizeLessThanOrEqualTo(60);
        assertThat(NameForm.of(long1).sounds()).hasSizeLessThanOrEqualTo(NameForm.MOST_SOUNDS);
    }

    @Test
    void thresholdsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new MatchingPolicy(8, 9)).isInstanceOf(BusinessException.class);
        assertThatThrownBy(() -> new MatchingPolicy(Double.NaN, 9)).isInstanceOf(BusinessException.class);
    }

    @Test
    void theFingerprintIsOfBothAndOfNothingThatIsNotCompared() {
        Traits moshe = of("g=משה f=כהן p=052-3456789");
        Traits other = of("g=Moshe f=Cohen");
        assertThat(Traits.fingerprint(moshe, other)).isEqualTo(Traits.fingerprint(of("f=כהן g=משה p=+972523456789"), of("g=MOSHE f=cohen"))).isNotEqualTo(Traits.fingerprint(moshe, of("g=Moshe f=Cohen p=052-3456780")));
    }
}
