// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.ivr.MenuNode.Choice;
import il.moked.ivr.MenuNode.Kind;
import il.moked.ivr.MenuWalk.Awaits;
import il.moked.ivr.MenuWalk.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MenuWalkTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MenuFlow flow = new MenuFlow("main", "0", "agent", List.of(new MenuNode("main", Kind.CHOOSE, "א", "a", null, null, null, null, null, List.of(new Choice("1", "agent", null))),
            new MenuNode("agent", Kind.HUMAN, null, null, null, null, null, null, null, List.of())));

    /** The id comes from the database. */
    private MenuWalk walk() {
        MenuEdition edition = new MenuEdition("main", 1, 0, flow, "", "admin", NOON) {
            @Override
            public Long id() {
                return 5L;
            }
        };
        return new MenuWalk(1, 2, edition, "he", NOON);
    }

    @Test
    void keysCountOnceAndOnlyForWhatWasAskedLast() {
        MenuWalk walk = walk();
        walk.isAsked(Awaits.KEY, 7);
        assertThat(walk.answers(7L)).isTrue();
        walk.taken();
        assertThat(walk.answers(7L)).as("said again").isFalse();
        walk.isAsked(Awaits.KEY, 8);
        assertThat(walk.answers(7L)).as("said late").isFalse();
        assertThat(walk.answers(null)).isFalse();
        walk.ends(Outcome.HUMAN, NOON);
        assertThat(walk.answers(8L)).as("he left the menu").isFalse();
    }

    @Test
    void afterSomeTriesThereIsNoFurther() {
        MenuWalk walk = walk();
        walk.claims(9L, "handle");
        assertThat(walk.failed()).isTrue();
        assertThat(walk.claimed()).isEmpty();
        assertThat(walk.failed()).isTrue();
        assertThat(walk.failed()).isFalse();
        assertThat(walk.mayTry()).isFalse();
        assertThat(walk.missed()).isTrue();
        assertThat(walk.missed()).isTrue();
        assertThat(walk.missed()).isFalse();
        walk.comesTo("agent");
        assertThat(walk.missed()).as("another place, another patience").isTrue();
    }

    @Test
    void whoHeardWhatHeCalledForWasServed() {
        MenuWalk left = walk();
        left.hungUp(NOON);
        assertThat(left.outcome()).contains(Outcome.LEFT);
        MenuWalk served = walk();
        served.claims(9L, "handle");
        served.proved();
        assertThat(served.customer()).contains(9L);
        served.heardAnswer();
        served.hungUp(NOON);
        assertThat(served.outcome()).contains(Outcome.SERVED);
        served.ends(Outcome.HUMAN, NOON);
        assertThat(served.outcome()).as("the first stands").contains(Outcome.SERVED);
    }
}
