// SPDX-License-Identifier: Apache-2.0
package il.moked.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.access.StaffUser;
import il.moked.offer.Lead.State;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeadTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    private final StaffUser noa = new StaffUser("noa", "נועה", "Noa", "-", null, Set.of());
    private Lead lead;

    @BeforeEach
    void lead() {
        lead = new Lead(7, new Lead.About(" Business loan ", "Opens a second shop", Money.agorot(25_000_000), null, null, null), 3, "dana", NOW);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void itIsTakenAndWonOnce() {
        assertThat(lead.state()).isEqualTo(State.NEW);
        assertThat(lead.subject()).isEqualTo("Business loan");
        lead.take(noa, NOW.plusSeconds(60));
        assertThat(lead.state()).isEqualTo(State.TAKEN);
        lead.win(NOW.plusSeconds(600));
        assertThat(lead.endedAt()).contains(NOW.plusSeconds(600));
        refused("offer.lead-ended", () -> lead.win(NOW));
        refused("offer.lead-ended", () -> lead.lose(Lead.Loss.PRICE, NOW));
        refused("offer.lead-ended", () -> lead.take(noa, NOW));
        refused("offer.lead-ended", lead::giveBack);
    }

    @Test
    void whatIsLostHasAReason() {
        refused("shared.field-missing", () -> lead.lose(null, NOW));
        lead.lose(Lead.Loss.COMPETITOR, NOW);
        assertThat(lead.loss()).contains(Lead.Loss.COMPETITOR);
        lead.reopen();
        assertThat(lead.state()).as("nobody had taken it").isEqualTo(State.NEW);
        assertThat(lead.loss()).isEmpty();
        refused("offer.lead-open", lead::reopen);
    }

    @Test
    void whatIsGivenBackIsNewAgain() {
        lead.take(noa, NOW);
        lead.giveBack();
        assertThat(lead.state()).isEqualTo(State.NEW);
        assertThat(lead.owner()).isEmpty();
        assertThat(lead.takenAt()).as("when it was first taken stays").contains(NOW);
    }

    @Test
    void whatIsMissingOrTooMuchIsRefusedByItsField() {
        refused("shared.field-missing", () -> new Lead.About(" ", "x", null, null, null, null));
        refused("shared.field-missing", () -> new Lead.About("x", null, null, null, null, null));
        refused("shared.field-too-long", () -> new Lead.About("x".repeat(201), "x", null, null, null, null));
        refused("shared.field-range", () -> new Lead.About("x", "x", Money.agorot(-1), null, null, null));
        refused("shared.field-range", () -> new Lead.About("x", "x", Money.agorot(100_000_000_001L), null, null, null));
    }
}
