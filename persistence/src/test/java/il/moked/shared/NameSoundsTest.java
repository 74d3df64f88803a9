// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameSoundsTest {
    private static Set<String> sounds(String name) {
        return NameWord.of(name).get(0).sounds();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"כהן Cohen", "כהן Kohen", "כהן Kahn", "יצחק Yitzhak", "יצחק Itzhak", "יצחק Yitzchak", "חיים Haim", "חיים Chaim", "חיים Hayim", "משה Moshe", "משה Moshé", "לוי Levi", "לוי Levy", "לאה Lea", "לאה Leah",
            "דוד David", "דויד David", "יעקב Yaakov", "יעקב Ya'akov", "יעקב Jacob", "אברהם Avraham", "אברהם Abraham", "יוסף Yosef", "יוסף Joseph", "שמואל Shmuel", "שמואל Samuel", "מיכל Michal", "מיכל Mikhal", "רחל Rachel", "רחל Rahel",
            "נועה Noa", "נעה Noa", "תמר Tamar", "רותם Rotem", "אסתר Esther", "יונתן Jonathan", "יונתן Yonatan", "ישראל Israel", "ישראל Yisrael", "צבי Tzvi", "צבי Zvi", "כץ Katz", "כץ Kats", "ויצמן Weizman", "ויצמן Weitzmann",
            "שוורץ Schwartz", "שוורץ Shvarts", "וייס Weiss", "פרידמן Friedman", "רוזנברג Rosenberg", "גולדברג Goldberg", "מזרחי Mizrahi", "מזרחי Mizrachi", "אוחיון Ohayon", "אוחיון Ohion", "אזולאי Azoulay", "אזולאי Azulai", "דהן Dahan", "חדד Haddad",
            "חורי Khoury", "ח'ורי Khoury", "איבנוב Ivanov", "אחמד Ahmed", "מוחמד Mohammad", "מוחמד Muhamad", "פאטמה Fatma", "ח'אלד Khaled", "סרגיי Sergey", "אלכסנדרה Alexandra", "ג'ורג' George", "ג'ון John", "צ'רלי Charlie", "אורי Uri", "אילן Ilan",
            "איתן Eitan", "איתן Eytan", "יעל Yael", "גיא Guy", "נוי Noy", "מיה Maya", "חיה Haya", "חיה Chaya", "שי Shay", "רועי Roi", "רועי Roee", "זאב Zeev", "זאב Ze'ev", "זיו Ziv", "סיון Sivan", "הילה Hila", "ציפורה Tzipora", "ברוך Baruch",
            "ולדימיר Vladimir", "סבטלנה Svetlana", "יוליה Julia", "יוליה Yulia", "נחמיה Nehemia", "פנחס Pinhas", "פנחס Pinchas", "חנה Hana", "חנה Channah", "עידו Ido", "עופר Ofer", "הלל Hillel", "ביטון Biton", "ביטון Bitton", "פרץ Peretz"})
    void hebrewAndLatinSpellingsOfOneNameSoundAlike(String hebrew, String latin) {
        Set<String> common = new HashSet<>(sounds(hebrew));
        common.retainAll(sounds(latin));
        assertThat(common).as(sounds(hebrew) + " and " + sounds(latin)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"דוד דויד", "חיים חים", "מאיר מאר", "נועה נעה", "אוריה אריה", "שלמה שלומה", "אהרון אהרן", "Itzhak Yitzhak", "Cohen Kohen", "Haim Chaim", "Levi Levy", "Uri Ouri", "Stephan Stefan"})
    void spellingsInOneAlphabetSoundAlike(String one, String other) {
        Set<String> common = new HashSet<>(sounds(one));
        common.retainAll(sounds(other));
        assertThat(common).as(sounds(one) + " and " + sounds(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"לאה Levi", "לאה Noa", "משה Shimon", "כהן Kaplan", "דנה Tina", "גיא Gal", "נועה Lea", "יצחק Yaakov", "רון Dan", "חיה Maya", "שרה Sarit"})
    void othersDoNot(String hebrew, String latin) {
        Set<String> common = new HashSet<>(sounds(hebrew));
        common.retainAll(sounds(latin));
        assertThat(common).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000", "Иван", "محمد", "א", "x", "כהן2"})
    void whatIsNotOneOfTheTwoAlphabetsHasNoSound(String word) {
        assertThat(sounds(word)).isEmpty();
    }

    @Test
    void aLongNameHasABoundedNumberOfSounds() {
        assertThat(sounds("יויויויויויויויויויויויויויויויויויוי")).hasSizeLessThanOrEqualTo(32);
        assertThat(sounds("Yhyhyhyhyhyhyhyhyhyhyhyhyhyhyhyhyhyhyh")).hasSizeLessThanOrEqualTo(32);
    }
}
