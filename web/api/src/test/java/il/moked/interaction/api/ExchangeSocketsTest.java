// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExchangeSocketsTest {
    private final ExchangeSockets sockets = new ExchangeSockets();
    private final List<String> pushed = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    ExchangeSocketsTest() {
        sockets.pushing = new CommandPushing() {
            @Override
            public void push(String account) {
                pushed.add(account);
            }
        };
    }

    private ExchangeSocket socket(String account) {
        return new ExchangeSocket(account, account.hashCode(), "pass", Locale.ENGLISH, null, sockets, null, null);
    }

    /** A line that takes frames, or loses them. */
    private Session line(String name, boolean broken) {
        RemoteEndpoint.Async remote = (RemoteEndpoint.Async) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RemoteEndpoint.Async.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("sendText") && arguments.length == 2) {
                ((SendHandler) arguments[1]).onResult(broken ? new SendResult(new IOException("gone")) : new SendResult());
            }
            return null;
        });
        return (Session) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> switch (method.getName()) {
            case "isOpen" -> !closed.contains(name);
            case "getAsyncRemote" -> remote;
            case "close" -> {
                closed.add(name);
                yield null;
            }
            default -> null;
        });
    }

    @Test
    void theNewestSocketOfAnExchangeGetsItsCommands() {
        for (int round = 0; round < 20; round++) {
            ExchangeSocket older = socket("phone");
            ExchangeSocket newer = socket("phone");
            sockets.opened(older);
            sockets.opened(socket("other"));
            sockets.opened(newer);
            assertThat(sockets.of("phone")).containsSame(newer);
            sockets.closed(newer);
            assertThat(sockets.of("phone")).as("the older one still works").containsSame(older);
            sockets.closed(older);
        }
        assertThat(pushed).as("what waits is sent down at once").hasSize(60);
    }

    @Test
    void aSocketThatLosesAFrameIsUsedNoMore() {
        ExchangeSocket dead = socket("phone");
        dead.onOpen(line("dead", true), null);
        dead.send("{}");
        assertThat(sockets.of("phone")).isEmpty();
        assertThat(closed).containsExactly("dead");
    }

    @Test
    void aSocketThatWorksStays() {
        ExchangeSocket alive = socket("phone");
        alive.onOpen(line("alive", false), null);
        alive.send("{}");
        assertThat(sockets.of("phone")).containsSame(alive);
        assertThat(closed).isEmpty();
    }
}
