// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.routing.RuleVersion.Kind;
import il.moked.shared.BusinessException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RuleVersionTest {
    private static final Instant NOW = Instant.parse("2026-05-14T08:00:00Z");

    @Test
    void aDraftDoesNotUndoWhatCameInForceSinceItWasWritten() {
        RuleVersion overtaking = new RuleVersion(Kind.ROUTING, 3, 1, "{}", "target", "michal", NOW);
        overtaking.activate("michal", NOW);
        RuleVersion draft = new RuleVersion(Kind.ROUTING, 2, 1, "{}", "skills", "admin", NOW);
        assertThatThrownBy(() -> draft.expectInForce(overtaking)).isInstanceOfSatisfying(BusinessException.class, refused -> {
            assertThat(refused.code()).isEqualTo("routing.rules-overtaken");
            assertThat(refused.arguments()).containsExactly(3, "michal");
        });
        draft.edit(0, 3, "{}", "skills, seen beside the new target", "admin", NOW);
        assertThatCode(() -> draft.expectInForce(overtaking)).doesNotThrowAnyException();
    }
}
