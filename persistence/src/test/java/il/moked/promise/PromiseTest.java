// SPDX-License-Identifier: Apache-2.0
package il.moked.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.channel.Channel;
import il.moked.promise.Promise.Proof;
import il.moked.promise.Promise.State;
import il.moked.shared.BusinessException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromiseTest {
    private static final Instant GIVEN = Instant.parse("2026-05-17T06:00:00Z");
    private static final Instant REMIND = GIVEN.plus(Duration.ofHours(3));
    private static final Instant DUE = GIVEN.plus(Duration.ofHours(4));
    private static final Instant ESCALATE = DUE.plus(Duration.ofMinutes(30));
    private final Team team = new IdentifiedTeam(7, "service");
    private final StaffUser dana = new StaffUser("dana", "דנה", "Dana", "", team, Set.of());
    private final Promise promise = new Promise(1, Promise.Kind.CALL, "We call about the router", dana, team, new Promise.Origin(null, Channel.PHONE, "dana", GIVEN),
            new Promise.Deadline(PromisedTime.as(DUE), LocalDate.of(2026, 5, 17), "israel", REMIND, ESCALATE));

    /** As read from the database. */
    private static final class IdentifiedTeam extends Team {
        private final long id;

        IdentifiedTeam(long id, String code) {
            super(code, code, code);
            this.id = id;
        }

        @Override
        public Long id() {
            return id;
        }
    }

    @Test
    void theClockRemindsThenBreaksThenEscalatesEachOnce() {
        assertThat(promise.watchAt()).contains(REMIND);
        assertThat(promise.remind(REMIND.minusSeconds(1))).isFalse();
        assertThat(promise.remind(REMIND)).isTrue();
        assertThat(promise.remind(REMIND.plusSeconds(1))).isFalse();
        assertThat(promise.watchAt()).contains(DUE);
        assertThat(promise.breakIfOverdue(DUE)).as("until due it is kept in time").isFalse();
        assertThat(promise.breakIfOverdue(DUE.plusMillis(1))).isTrue();
        assertThat(promise.state()).isEqualTo(State.BROKEN);
        assertThat(promise.brokenAt()).contains(DUE);
        assertThat(promise.breakIfOverdue(DUE.plusSeconds(1))).isFalse();
        assertThat(promise.watchAt()).contains(ESCALATE);
        assertThat(promise.escalate(ESCALATE.minusSeconds(1))).isFalse();
        assertThat(promise.escalate(ESCALATE)).isTrue();
        assertThat(promise.watchAt()).isEmpty();
        assertThat(promise.escalate(ESCALATE.plusSeconds(1))).isFalse();
    }

    @Test
    void whatTheCustomerAgreedToCountsAndTheFirstTimeStaysKnown() {
        Instant agreed = DUE.plus(Duration.ofHours(48));
        promise.remind(REMIND);
        promise.reschedule(at(agreed), "abroad", DUE);
        assertThat(promise.dueAt()).isEqualTo(agreed);
        assertThat(promise.watchAt()).as("reminded of anew").contains(agreed.minus(Duration.ofHours(1)));
        assertThat(promise.breakIfOverdue(DUE.plusSeconds(1))).isFalse();
        assertThatThrownBy(() -> promise.reschedule(at(agreed), "the same", DUE)).hasMessageContaining("promise.same-time");
        promise.reschedule(at(agreed.plusSeconds(60)), "still abroad", DUE);
        assertThat(promise.firstDueAt()).contains(DUE);
        assertThat(promise.reschedules()).isEqualTo(2);
        assertThatThrownBy(() -> promise.reschedule(at(agreed), "too late", agreed.plusSeconds(61))).hasMessageContaining("promise.broken");
        promise.keep(Proof.CALL, null, "dana", agreed.plusSeconds(60));
        assertThat(promise.state()).isEqualTo(State.KEPT);
        assertThatThrownBy(() -> promise.reschedule(at(agreed), "over", DUE)).hasMessageContaining("promise.ended");
    }

    private static Promise.Deadline at(Instant due) {
        return new Promise.Deadline(PromisedTime.as(due), LocalDate.of(2026, 5, 19), "israel", due.minus(Duration.ofHours(1)), due.plus(Duration.ofMinutes(30)));
    }

    @Test
    void keptInTimeIsKept() {
        promise.keep(Proof.CALL, "AB12CD", "dana", DUE);
        assertThat(promise.state()).isEqualTo(State.KEPT);
        assertThat(promise.brokenAt()).isEmpty();
        assertThat(promise.watchAt()).isEmpty();
        assertThat(promise.breakIfOverdue(DUE.plusSeconds(1))).isFalse();
    }

    @Test
    void whoKeepsItBeforeTheClockLookedIsLateAllTheSame() {
        promise.keep(Proof.CALL, null, "dana", DUE.plusMillis(1));
        assertThat(promise.state()).isEqualTo(State.KEPT_LATE);
        assertThat(promise.brokenAt()).contains(DUE);
        assertThat(promise.brokenTeamId()).contains(7L);
    }

    @Test
    void cancellingWashesNothingClean() {
        promise.breakIfOverdue(DUE.plusSeconds(1));
        promise.cancel("not wanted any more", "dana", DUE.plusSeconds(2));
        assertThat(promise.state()).isEqualTo(State.CANCELLED);
        assertThat(promise.brokenAt()).contains(DUE);
    }

    @Test
    void whatEndedItIsTakenBackForAWhile() {
        promise.keep(Proof.NOTE, "by hand", "dana", REMIND.minusSeconds(60));
        promise.reopen(REMIND.minusSeconds(30));
        assertThat(promise.state()).isEqualTo(State.OPEN);
        assertThat(promise.watchAt()).contains(REMIND);
        promise.breakIfOverdue(DUE.plusSeconds(1));
        promise.keep(Proof.NOTE, "by hand", "dana", DUE.plusSeconds(5));
        promise.reopen(DUE.plusSeconds(6));
        assertThat(promise.state()).as("what the clock said stays said").isEqualTo(State.BROKEN);
        assertThat(promise.watchAt()).contains(ESCALATE);
        promise.keep(Proof.NOTE, "by hand", "dana", DUE.plusSeconds(7));
        refused("promise.undo-late", () -> promise.reopen(DUE.plusSeconds(8).plus(Promise.UNDO)));
    }

    @Test
    void whatIsOverIsOver() {
        promise.cancel("mistake", "dana", GIVEN.plusSeconds(5));
        refused("promise.ended", () -> promise.keep(Proof.CALL, null, "dana", GIVEN.plusSeconds(6)));
        refused("promise.ended", () -> promise.cancel("again", "dana", GIVEN.plusSeconds(6)));
        refused("promise.ended", () -> promise.ownedBy(null, team));
        promise.reopen(GIVEN.plusSeconds(7));
        refused("promise.not-ended", () -> promise.reopen(GIVEN.plusSeconds(8)));
    }

    @Test
    void aReminderThatWasMissedComesBeforeItBreaks() {
        Instant late = DUE.plusSeconds(10);
        assertThat(promise.remind(late)).isTrue();
        assertThat(promise.breakIfOverdue(late)).isTrue();
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
