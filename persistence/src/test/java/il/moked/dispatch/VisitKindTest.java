// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch;

import static il.moked.dispatch.TechnicianTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.dispatch.VisitKind.Terms;
import il.moked.shared.BusinessException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisitKindTest {
    private static Terms terms(int minutes, String skill, List<String> tools) {
        return new Terms("בדיקה", "Check", minutes, skill, " ", tools);
    }

    @Test
    void aKindSaysHowLongWhoAndWithWhat() {
        VisitKind kind = new VisitKind("check", terms(30, "repair", List.of("drill", "ladder", "drill")));
        assertThat(kind.name("he")).isEqualTo("בדיקה");
        assertThat(kind.certificate()).isEmpty();
        assertThat(kind.tools()).containsExactly("drill", "ladder");
        assertThat(new VisitKind("check", terms(30, "repair", List.of())).tools()).isEmpty();
    }

    @Test
    void theFieldThatIsWrongIsNamed() {
        refused("shared.code", "code", () -> new VisitKind("Check it", terms(30, "repair", List.of())));
        refused("shared.field-missing", "hebrewName", () -> new Terms(" ", "Check", 30, "repair", null, List.of()));
        refused("shared.field-too-long", "englishName", () -> new Terms("בדיקה", "x".repeat(121), 30, "repair", null, List.of()));
        refused("shared.field-range", "minutes", () -> terms(4, "repair", List.of()));
        refused("shared.field-range", "minutes", () -> terms(601, "repair", List.of()));
        refused("shared.field-missing", "skill", () -> terms(30, null, List.of()));
        refused("shared.code", "tools", () -> terms(30, "repair", List.of("big drill")));
        refused("shared.field-too-long", "tools", () -> terms(30, "repair", IntStream.range(0, 6).mapToObj(tool -> "t".repeat(35) + tool).toList()));
    }

    @Test
    void outOfUseItIsNotBooked() {
        VisitKind kind = new VisitKind("check", terms(30, "repair", List.of()));
        assertThat(kind.expectOffered()).isSameAs(kind);
        kind.offered(false);
        assertThatThrownBy(kind::expectOffered).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("dispatch.kind-retired"));
    }
}
