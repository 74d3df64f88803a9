// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PortalSessionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final PortalSession session = new PortalSession(Secret.next(), PortalSession.Kind.COMPANY, 7, PortalSession.Way.CODE, "x".repeat(300), "192.0.2.1", NOW);

    @Test
    void itEndsWhenNothingIsDone() {
        assertThat(session.valid(NOW.plus(PortalSession.IDLE).minusMillis(1))).isTrue();
        assertThat(session.valid(NOW.plus(PortalSession.IDLE))).isFalse();
    }

    @Test
    void itEndsWhenHeSaysSo() {
        session.end(NOW);
        assertThat(session.valid(NOW)).isFalse();
    }

    @Test
    void itIsOfACompanysPersonOrOfACustomerNeverOfBoth() {
        assertThat(session.companyUserId()).isEqualTo(7);
        assertThat(session.customerId()).isNull();
        assertThat(session.device()).hasSize(120);
    }

    @Test
    void aPasswordIsLockedForAWhileAfterFiveWrongOnes() {
        PortalPassword password = new PortalPassword(1, "hash", NOW);
        for (int tries = 1; tries < PortalPassword.MOST_FAILURES; tries++) {
            password.tried(false, NOW);
        }
        password.tried(true, NOW);
        for (int tries = 1; tries < PortalPassword.MOST_FAILURES; tries++) {
            password.tried(false, NOW);
        }
        assertThat(password.lockedAt(NOW)).isFalse();
        password.tried(false, NOW);
        assertThat(password.lockedAt(NOW)).isTrue();
        assertThat(password.lockedAt(NOW.plus(PortalPassword.LOCK_OUT))).isFalse();
    }
}
