// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageSwitchTest {

    @Test
    void onlyTheLanguagesTheScreensSpeakAreChosen() {
        assertThat(LanguageSwitch.chosenIn("id=7&lang=en")).contains(Language.ENGLISH);
        assertThat(LanguageSwitch.chosenIn("lang=he")).contains(Language.HEBREW);
        assertThat(LanguageSwitch.chosenIn("lang=fr")).isEmpty();
        assertThat(LanguageSwitch.chosenIn("slang=en")).isEmpty();
        assertThat(LanguageSwitch.chosenIn(null)).isEmpty();
    }

    @Test
    void thePageIsShownAgainWithItsOtherParameters() {
        assertThat(LanguageSwitch.withoutLanguage("/moked/agent/desk.xhtml", "id=7&lang=en&q=%D7%90")).isEqualTo("/moked/agent/desk.xhtml?id=7&q=%D7%90");
        assertThat(LanguageSwitch.withoutLanguage("/", "lang=en")).isEqualTo("/");
    }

    @Test
    void aPathThatNamesAnotherHostStaysOnThisOne() {
        assertThat(LanguageSwitch.withoutLanguage("//evil.example/x", "lang=en")).isEqualTo("/evil.example/x");
        assertThat(LanguageSwitch.withoutLanguage("/\\evil.example", "lang=en")).isEqualTo("/evil.example");
    }

    @Test
    void theLinkKeepsWhatThePageWasAskedFor() {
        assertThat(LanguageSwitch.addressFor(Language.ENGLISH, "id=7&lang=he")).isEqualTo("?id=7&lang=en");
        assertThat(LanguageSwitch.addressFor(Language.HEBREW, null)).isEqualTo("?lang=he");
    }
}
