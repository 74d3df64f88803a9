// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import il.moked.channel.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final WorkWeight CALL = WorkWeight.primary(100);
    private static final WorkWeight CHAT = WorkWeight.primary(30);
    private static final WorkWeight LETTER = WorkWeight.interruptible(20);

    @Test
    void aCallFillsTheWholeAgent() {
        Capacity calling = Capacity.FULL.take(CALL);
        assertThat(Capacity.FULL.fits(CALL)).isTrue();
        assertThat(calling.fits(CHAT)).isFalse();
        assertThat(calling.fits(LETTER)).isFalse();
        assertThat(calling.hasRoom()).isFalse();
    }

    @Test
    void threeChatsRunSideBySideAndAFourthDoesNot() {
        Capacity three = Capacity.FULL.take(CHAT).take(CHAT).take(CHAT);
        assertThat(three.fits(CHAT)).isFalse();
        assertThat(three.fits(CALL)).isFalse();
        assertThat(three.room(false)).isEqualTo(10);
        assertThat(three.release(CHAT).fits(CHAT)).isTrue();
    }

    @Test
    void lettersOnTheDeskDoNotKeepACallerWaiting() {
        Capacity letters = Capacity.FULL.take(LETTER).take(LETTER).take(LETTER).take(LETTER).take(LETTER);
        assertThat(letters.fits(LETTER)).isFalse();
        assertThat(letters.fits(CALL)).isTrue();
        assertThat(letters.take(CALL).room(true)).isZero();
        assertThat(letters.take(CALL).release(CALL)).isEqualTo(letters);
    }

    @Test
    void aChatLeavesRoomForSomeLetters() {
        Capacity chatting = Capacity.FULL.take(CHAT).take(LETTER).take(LETTER).take(LETTER);
        assertThat(chatting.room(true)).isEqualTo(10);
        assertThat(chatting.fits(LETTER)).isFalse();
    }

    @Test
    void releasingMoreThanWasTakenFreesNoMoreThanAll() {
        assertThat(Capacity.FULL.take(LETTER).release(LETTER).release(LETTER)).isEqualTo(Capacity.FULL);
    }

    @Test
    void aWeightIsOneToAHundredUnits() {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkWeight.primary(0));
        assertThatIllegalArgumentException().isThrownBy(() -> WorkWeight.interruptible(101));
    }

    @Test
    void aChannelNobodySetHasItsOwnWeightAndIsPrimaryWhenTheCustomerIsThere() {
        assertThat(CapacityWeights.DEFAULT.of(Channel.CHAT)).isEqualTo(WorkWeight.primary(Channel.CHAT.weight()));
        assertThat(CapacityWeights.DEFAULT.of(Channel.EMAIL)).isEqualTo(WorkWeight.interruptible(Channel.EMAIL.weight()));
        CapacityWeights set = CapacityWeights.DEFAULT.with(Channel.EMAIL, WorkWeight.interruptible(10)).with(Channel.CHAT, WorkWeight.primary(25));
        assertThat(set.of(Channel.EMAIL).units()).isEqualTo(10);
        assertThat(set.of(Channel.CHAT).units()).isEqualTo(25);
        assertThat(set.of(Channel.FORM)).isEqualTo(WorkWeight.interruptible(Channel.FORM.weight()));
    }

    @Test
    void levelsAreOneToFive() {
        Skill router = new Skill("fault.router", Skill.Kind.SUBJECT);
        assertThat(new SkillProfile(Map.of(router, 5)).level(router)).isEqualTo(5);
        assertThat(SkillProfile.NONE.level(router)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new SkillProfile(Map.of(router, 6)));
        assertThatIllegalArgumentException().isThrownBy(() -> new SkillProfile(Map.of(router, 0)));
    }
}
