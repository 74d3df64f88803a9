// SPDX-License-Identifier: Apache-2.0
package il.moked.access.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInViewTest {

    @Test
    void theWantedPageIsGoneBackTo() {
        assertThat(SignInView.safe("/moked/agent/desk.xhtml?c=7", "/moked", "/home")).isEqualTo("/moked/agent/desk.xhtml?c=7");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "//evil.example/x.xhtml", "/moked//evil.example/x.xhtml", "https://evil.example/x.xhtml", "/moked/\\evil.example/x.xhtml", "/other/x.xhtml", "/mokedevil/x.xhtml",
            "/moked/x.xhtml\r\nSet-Cookie: a=b", "/moked/agent/draft", "/moked/signin.xhtml", "javascript:alert(1)"})
    void anythingElseIsNot(String wanted) {
        assertThat(SignInView.safe(wanted, "/moked", "/home")).isEqualTo("/home");
    }

    @Test
    void initialsAreOfTheFirstAndTheLastWord() {
        assertThat(ActiveUser.initials("אלכסנדרה בן־שושן קפלינסקי")).isEqualTo("אק");
        assertThat(ActiveUser.initials("Carmel Software Ltd.")).isEqualTo("CL");
        assertThat(ActiveUser.initials("דנה")).isEqualTo("ד");
        assertThat(ActiveUser.initials("„ - ”")).isEmpty();
    }
}
