// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.selfservice.SecureLink.About;
import il.moked.selfservice.SecureLink.Bound;
import il.moked.selfservice.SecureLink.Kind;
import il.moked.selfservice.SecureLink.Proof;
import il.moked.selfservice.SecureLink.Proving;
import il.moked.selfservice.SecureLink.State;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecureLinkTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private final Secret token = Secret.next();

    private SecureLink link(Kind kind, Proving proving, Duration good) {
        return new SecureLink("ABCDEFGHJK", token, new Bound(1, 2L, null, "he"), new About(kind, "טופס", 3L, "נוסח", null), proving, "dana", 4L, NOW, NOW.plus(good));
    }

    @Test
    void whatIsPersonalIsNeverShownWithoutProof() {
        for (Kind kind : Kind.values()) {
            if (kind.personal()) {
                assertThatThrownBy(() -> link(kind, new Proving(Proof.NONE, null, null), Duration.ofHours(1))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("selfservice.link-proof"));
            } else {
                assertThat(link(kind, new Proving(Proof.NONE, null, null), Duration.ofHours(1)).proves(new Secret(""))).isTrue();
            }
        }
    }

    @Test
    void itIsGoodForADayAtMost() {
        SecureLink link = link(Kind.CAMERA, new Proving(Proof.NONE, null, null), Duration.ofDays(30));
        assertThat(link.usable(NOW.plus(Duration.ofHours(24)).minusMillis(1))).isTrue();
        assertThat(link.standing(NOW.plus(Duration.ofHours(24)))).isEqualTo(State.EXPIRED);
    }

    @Test
    void onlyTheBrowserThatProvedItselfSeesItAndWrongDigitsEndIt() {
        SecureLink link = link(Kind.FORM, new Proving(Proof.DIGITS, null, "4711"), Duration.ofHours(1));
        assertThat(link.proves(new Secret(""))).isFalse();
        assertThat(link.prove(token, "4711", NOW)).isTrue();
        assertThat(link.prove(Secret.next(), "4711", NOW)).as("digits without the link").isFalse();
        Secret browser = Secret.next();
        link.proved(browser);
        assertThat(link.proves(browser)).isTrue();
        assertThat(link.proves(Secret.next())).isFalse();
        for (int tries = 1; tries < SecureLink.MOST_TRIES; tries++) {
            link.prove(token, "0000", NOW);
        }
        assertThat(link.standing(NOW)).isEqualTo(State.LOCKED);
        assertThat(link.prove(token, "4711", NOW)).isFalse();
    }

    @Test
    void whatIsDoneOrTakenBackDoesNothingMore() {
        SecureLink signed = link(Kind.FORM, new Proving(Proof.CODE, "+972501234567", null), Duration.ofHours(1));
        assertThat(signed.open(NOW)).isTrue();
        assertThat(signed.open(NOW)).isFalse();
        signed.done(NOW);
        for (Runnable again : new Runnable[] {() -> signed.done(NOW), () -> signed.withdraw(NOW), () -> signed.refuseUnlessUsable(NOW)}) {
            assertThatThrownBy(again::run).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("selfservice.link-over"));
        }
    }
}
