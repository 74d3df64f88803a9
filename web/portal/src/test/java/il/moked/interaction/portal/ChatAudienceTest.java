// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import org.junit.jupiter.api.Test;

class ChatAudienceTest {
    private final ChatAudience audience = new ChatAudience();

    {
        InvocationHandler nothingRuns = (proxy, method, arguments) -> null;
        audience.executor = (ManagedScheduledExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ManagedScheduledExecutorService.class}, nothingRuns);
    }

    private static final class Window implements ChatAudience.Listener {
        private List<String> topics;
        private int looks;
        private boolean alive = true;

        Window(String... topics) {
            this.topics = List.of(topics);
        }

        @Override
        public void look() {
            looks++;
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public Collection<String> topics() {
            return topics;
        }
    }

    @Test
    void onlyThoseItConcernsLookAndOnlyOnce() {
        Window concerned = new Window("chat:7", "interaction:12");
        Window other = new Window("chat:8", "interaction:13");
        audience.listen(concerned);
        audience.listen(other);
        audience.told(List.of("interaction:12", "chat:7", "agent:3"));
        assertThat(concerned.looks).isEqualTo(1);
        assertThat(other.looks).isZero();
    }

    @Test
    void aChatThatBecameAConversationHearsOfIt() {
        Window window = new Window("chat:7");
        audience.listen(window);
        audience.told(List.of("interaction:12"));
        assertThat(window.looks).isZero();
        window.topics = List.of("chat:7", "interaction:12");
        audience.follow(window);
        audience.told(List.of("interaction:12"));
        assertThat(window.looks).isEqualTo(1);
    }

    @Test
    void whoLeftHearsNothing() {
        Window window = new Window("chat:7");
        audience.listen(window);
        audience.forget(window);
        audience.told(List.of("chat:7"));
        audience.repair();
        assertThat(window.looks).isZero();
        assertThat(audience.listening()).isZero();
    }

    @Test
    void repairLetsEverybodyLookButTheDead() {
        Window living = new Window("chat:7");
        Window dead = new Window("chat:8");
        dead.alive = false;
        audience.listen(living);
        audience.listen(dead);
        audience.repair();
        assertThat(living.looks).isEqualTo(1);
        assertThat(dead.looks).isZero();
    }

    @Test
    void oneAddressHasItsShareAndGetsItBack() {
        for (int window = 0; window < ChatAudience.MOST_FROM_ADDRESS; window++) {
            assertThat(audience.enter("192.0.2.1")).isTrue();
        }
        assertThat(audience.enter("192.0.2.1")).isFalse();
        assertThat(audience.enter("192.0.2.1")).isFalse();
        assertThat(audience.enter("192.0.2.2")).isTrue();
        audience.leave("192.0.2.1");
        assertThat(audience.enter("192.0.2.1")).isTrue();
        assertThat(audience.enter("192.0.2.1")).isFalse();
    }
}
