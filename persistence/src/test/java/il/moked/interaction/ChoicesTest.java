// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void theLastLinesBehindBoxesAreChosenFrom() {
        assertThat(Choices.of("When?\n[] Today\n[ ]  Tomorrow \n")).contains(new Choices("When?", List.of("Today", "Tomorrow")));
        assertThat(Choices.of("☐ כן\n☐ לא")).contains(new Choices("", List.of("כן", "לא")));
    }

    @Test
    void whatIsNoListOfButtonsStaysText() {
        assertThat(Choices.of("One\n[] only")).isEmpty();
        assertThat(Choices.of("[] a\n[] b\nand more")).isEmpty();
        assertThat(Choices.of("[] a\n[] a")).isEmpty();
        assertThat(Choices.of("[] a\n[] " + "b".repeat(81))).isEmpty();
        assertThat(Choices.of("[] a\n".repeat(9))).isEmpty();
        assertThat(Choices.of(null)).isEmpty();
    }

    @Test
    void bracketsAreSentAsBoxesAndReadAgain() {
        String sent = Choices.written("When?\n\n[] Today\n[] Tomorrow");
        assertThat(sent).isEqualTo("When?\n☐ Today\n☐ Tomorrow");
        assertThat(Choices.of(sent)).contains(new Choices("When?", List.of("Today", "Tomorrow")));
        assertThat(Choices.written("Plain [] text")).isEqualTo("Plain [] text");
    }

    @Test
    void anAnswerNamesItsMessage() {
        assertThat(Choices.answered(Choices.answerTo(17))).contains(17);
        assertThat(Choices.answered("choice-0")).isEmpty();
        assertThat(Choices.answered("4f")).isEmpty();
        assertThat(Choices.answered(null)).isEmpty();
    }
}
