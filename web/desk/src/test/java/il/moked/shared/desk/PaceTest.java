// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Deque<Runnable> scheduled = new ArrayDeque<>();
    private final ScheduledExecutorService later = (ScheduledExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ScheduledExecutorService.class}, (proxy, method, arguments) -> {
        assertThat(method.getName()).isEqualTo("schedule");
        assertThat(arguments[1]).isEqualTo(1000L);
        scheduled.add((Runnable) arguments[0]);
        return null;
    });
    private int done;
    private final Pace pace = new Pace(Duration.ofSeconds(1), () -> done++);

    private void aWhilePasses() {
        scheduled.remove().run();
    }

    @Test
    void theFirstAskingIsAnsweredAtOnce() {
        pace.ask(later);
        assertThat(done).isEqualTo(1);
    }

    @Test
    void aThousandAskingsInOneWhileAreAnsweredOnceMoreAtItsEnd() {
        for (int time = 0; time < 1000; time++) {
            pace.ask(later);
        }
        assertThat(done).isEqualTo(1);
        aWhilePasses();
        assertThat(done).isEqualTo(2);
        aWhilePasses();
        assertThat(done).as("nobody asked since").isEqualTo(2);
        assertThat(scheduled).isEmpty();
    }

    @Test
    void afterAQuietWhileTheNextIsAnsweredAtOnceAgain() {
        pace.ask(later);
        aWhilePasses();
        pace.ask(later);
        assertThat(done).isEqualTo(2);
    }
}
