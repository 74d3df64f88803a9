// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LastKnownTest {
    private final LastKnown.Outage outage = new LastKnown.Outage();
    private final LastKnown<String, String> names = new LastKnown<>(outage);

    @Test
    void theLastAnswerIsKeptWhileNobodyAnswers() {
        assertThat(names.get("he", () -> "בנק", "?")).isEqualTo("בנק");
        assertThat(names.get("he", LastKnownTest::away, "?")).isEqualTo("בנק");
        assertThat(names.get("en", LastKnownTest::away, "?")).isEqualTo("?");
        assertThat(outage.lasts()).isTrue();
    }

    @Test
    void nobodyAsksAgainAtOnce() {
        names.get("he", LastKnownTest::away, "?");
        AtomicInteger asked = new AtomicInteger();
        LastKnown<String, String> others = new LastKnown<>(outage);
        assertThat(others.get("he", () -> "asked " + asked.incrementAndGet(), "?")).isEqualTo("?");
        assertThat(asked).hasValue(0);
    }

    @Test
    void aFaultOfOursIsNoOutage() {
        assertThatThrownBy(() -> names.get("he", () -> {
            throw new IllegalStateException("ours");
        }, "?")).isInstanceOf(IllegalStateException.class);
        assertThat(outage.lasts()).isFalse();
    }

    private static String away() {
        throw new EJBException("away");
    }
}
