// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static il.moked.routing.RequiredSkill.atLeast;
import static il.moked.routing.RequiredSkill.ifPossible;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import il.moked.routing.Relaxation.Keep;
import il.moked.routing.Relaxation.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaxationTest {
    private static final Skill FAULT = new Skill("fault", Skill.Kind.SUBJECT);
    private static final Skill FIBRE = new Skill("fibre", Skill.Kind.SUBJECT);
    private static final Skill RUSSIAN = new Skill("ru", Skill.Kind.LANGUAGE);
    private static final Skill ADVISER = new Skill("adviser", Skill.Kind.AUTHORISATION);
    private static final Requirement FULL = Requirement.of(atLeast(4, FAULT), ifPossible(2, FIBRE), atLeast(3, RUSSIAN), atLeast(1, ADVISER));
    private static final Relaxation EASING = Relaxation.DEFAULT;

    /** 0–20 s all, 20–45 s level −1, 45–90 s only required, then anyone in queue: field-study d.4. */
    @ParameterizedTest
    @CsvSource({"-1000, 0", "0, 0", "19999, 0", "20000, 1", "44999, 1", "45000, 2", "89999, 2", "90000, 3", "86400000, 3"})
    void theStepFollowsTheWait(long waitedMillis, int step) {
        assertThat(EASING.stepAfter(Duration.ofMillis(waitedMillis))).isEqualTo(step);
    }

    @Test
    void levelsFallByOneThenWhatIsGoodToHaveIsDroppedThenEverySubject() {
        assertThat(EASING.ask(FULL, 0)).isEqualTo(FULL);
        assertThat(EASING.ask(FULL, 1)).isEqualTo(Requirement.of(atLeast(3, FAULT), ifPossible(1, FIBRE), atLeast(3, RUSSIAN), atLeast(1, ADVISER)));
        assertThat(EASING.ask(FULL, 2)).isEqualTo(Requirement.of(atLeast(3, FAULT), atLeast(3, RUSSIAN), atLeast(1, ADVISER)));
        assertThat(EASING.ask(FULL, 3)).isEqualTo(Requirement.of(atLeast(3, RUSSIAN), atLeast(1, ADVISER)));
        assertThat(EASING.dropped(FULL, 1)).isEmpty();
        assertThat(EASING.dropped(FULL, 2)).containsExactly("fibre");
        assertThat(EASING.dropped(FULL, 3)).containsExactly("fault", "fibre");
    }

    @Test
    void languageAndAuthorisationStayInTheWidestStep() {
        Relaxation steep = new Relaxation(List.of(new Step(Duration.ZERO, 0, Keep.ALL), new Step(Duration.ofSeconds(1), 4, Keep.WHAT_NEVER_RELAXES)));
        Requirement last = steep.ask(FULL, 1);
        assertThat(last.metBy(new SkillProfile(Map.of(RUSSIAN, 2, ADVISER, 5)))).isFalse();
        assertThat(last.metBy(new SkillProfile(Map.of(RUSSIAN, 5)))).isFalse();
        assertThat(last.metBy(new SkillProfile(Map.of(RUSSIAN, 3, ADVISER, 1)))).isTrue();
        assertThat(last.missing(new SkillProfile(Map.of(RUSSIAN, 2)))).containsExactly("adviser", "ru");
    }

    @Test
    void aLoweredLevelStillMeansHavingTheSkill() {
        Relaxation steep = new Relaxation(List.of(new Step(Duration.ZERO, 4, Keep.ALL)));
        assertThat(steep.ask(Requirement.of(atLeast(2, FAULT)), 0)).isEqualTo(Requirement.of(atLeast(1, FAULT)));
    }

    @Test
    void aLanguageIsNeverMerelyGoodToHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> ifPossible(1, RUSSIAN));
        assertThatIllegalArgumentException().isThrownBy(() -> ifPossible(1, ADVISER));
    }

    @Test
    void stepsMustGrowWider() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation(List.of(new Step(Duration.ofSeconds(1), 0, Keep.ALL))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation(List.of(new Step(Duration.ZERO, 1, Keep.ALL), new Step(Duration.ofSeconds(5), 0, Keep.ALL))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation(List.of(new Step(Duration.ZERO, 0, Keep.REQUIRED), new Step(Duration.ofSeconds(5), 0, Keep.ALL))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Relaxation(List.of(new Step(Duration.ZERO, 0, Keep.ALL), new Step(Duration.ZERO, 1, Keep.ALL))));
    }

    @Test
    void theSameSkillsInAnotherOrderAreTheSameRequirement() {
        assertThat(Requirement.of(atLeast(3, RUSSIAN), atLeast(4, FAULT))).isEqualTo(Requirement.of(atLeast(4, FAULT), atLeast(3, RUSSIAN)));
        assertThatIllegalArgumentException().isThrownBy(() -> Requirement.of(atLeast(3, FAULT), atLeast(4, FAULT)));
    }

    @Test
    void suitabilityIsTheMeanLevelOfAHundred() {
        assertThat(Requirement.of(atLeast(1, FAULT), atLeast(1, FIBRE)).suits(new SkillProfile(Map.of(FAULT, 5, FIBRE, 3)))).isEqualTo(80);
        assertThat(Requirement.NONE.suits(SkillProfile.NONE)).isEqualTo(100);
    }

    @Test
    void whatIsAskedTwiceIsAskedAtTheHigherLevelAndOnlyLanguagesAndLicencesNeverRelax() {
        Requirement both = Requirement.of(atLeast(3, FAULT), atLeast(1, RUSSIAN)).and(Requirement.of(atLeast(4, FAULT), ifPossible(1, FIBRE)));
        assertThat(both).isEqualTo(Requirement.of(atLeast(4, FAULT), atLeast(1, RUSSIAN), ifPossible(1, FIBRE)));
        assertThat(both.whatNeverRelaxes()).isEqualTo(Requirement.of(atLeast(1, RUSSIAN)));
        assertThat(Requirement.NONE.and(both)).isEqualTo(both);
    }
}
